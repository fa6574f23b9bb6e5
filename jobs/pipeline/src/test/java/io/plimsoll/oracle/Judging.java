package io.plimsoll.oracle;

import io.plimsoll.oracle.World.Indicator;
import io.plimsoll.oracle.World.ObjectiveTerms;
import io.plimsoll.oracle.World.Slot;
import java.math.BigDecimal;

/** What a slot and a slice are worth under an objective. */
final class Judging {

    private Judging() {}

    /** Good and all events of a slot. */
    static long[] events(Indicator indicator, ObjectiveTerms terms, Slot slot) {
        if (indicator.measure().equals("counts")) {
            return new long[] {slot.good(), slot.total()};
        }
        boolean isGood = switch (String.valueOf(terms.op())) {
            case "lt" -> slot.value() < terms.threshold();
            case "lte" -> slot.value() <= terms.threshold();
            case "gt" -> slot.value() > terms.threshold();
            default -> slot.value() >= terms.threshold();
        };
        return new long[] {isGood ? 1 : 0, 1};
    }

    static BigDecimal total(ObjectiveTerms terms, long[] slice) {
        return terms.method().equals("Occurrences")
                ? BigDecimal.valueOf(slice[1])
                : BigDecimal.valueOf(Long.signum(slice[1]));
    }

    static Fraction good(ObjectiveTerms terms, long[] slice) {
        if (slice[1] == 0) {
            return Fraction.ZERO;
        }
        return switch (terms.method()) {
            case "Occurrences" -> Fraction.of(slice[0], 1);
            case "RatioTimeslices" -> Fraction.of(slice[0], slice[1]);
            default -> {
                BigDecimal wanted = terms.sliceTarget().multiply(BigDecimal.valueOf(slice[1]));
                yield BigDecimal.valueOf(slice[0]).compareTo(wanted) >= 0 ? Fraction.of(1, 1) : Fraction.ZERO;
            }
        };
    }
}
