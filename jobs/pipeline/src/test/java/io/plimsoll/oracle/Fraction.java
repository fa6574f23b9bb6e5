package io.plimsoll.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** An exact quotient of integers. */
record Fraction(BigInteger over, BigInteger under) {

    static final Fraction ZERO = of(0, 1);

    static Fraction of(long over, long under) {
        return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    static @Nullable BigDecimal ratio(long over, long under) {
        return ratio(of(over, 1), BigDecimal.valueOf(under));
    }

    static @Nullable BigDecimal ratio(Fraction over, BigDecimal under) {
        return under.signum() == 0 ? null : over.decimal().divide(under, MathContext.DECIMAL128);
    }

    Fraction plus(Fraction other) {
        BigInteger sum = over.multiply(other.under).add(other.over.multiply(under));
        BigInteger common = under.multiply(other.under);
        BigInteger shared = sum.gcd(common).max(BigInteger.ONE);
        return new Fraction(sum.divide(shared), common.divide(shared));
    }

    boolean isAtLeast(BigDecimal other) {
        return new BigDecimal(over).compareTo(other.multiply(new BigDecimal(under))) >= 0;
    }

    BigDecimal decimal() {
        return new BigDecimal(over).divide(new BigDecimal(under), MathContext.DECIMAL128);
    }

    BigDecimal rounded() {
        return new BigDecimal(over).divide(new BigDecimal(under), 9, RoundingMode.HALF_UP);
    }
}
