package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.udf;

import io.plimsoll.statistics.interval.Change;
import io.plimsoll.statistics.interval.Confidence;
import io.plimsoll.statistics.interval.ConfidenceInterval;
import io.plimsoll.statistics.interval.WilsonScore;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.api.java.UDF6;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Changes of figures as structs: amount, lo and hi (its 95 % interval), movement; see {@link Change}. Arguments are DOUBLE, not null. */
public final class Changes {

    private static final StructType CHANGE = new StructType()
            .add("amount", DataTypes.DoubleType, false)
            .add("lo", DataTypes.DoubleType, false)
            .add("hi", DataTypes.DoubleType, false)
            .add("movement", DataTypes.StringType, false);
    private static final UserDefinedFunction OF_FIGURES = udf(
            (UDF6<Double, Double, Double, Double, Double, Double, Row>)
                    (earlier, earlierLow, earlierHigh, later, low, high) -> row(Change.of(
                            earlier,
                            new ConfidenceInterval(earlierLow, earlierHigh),
                            later,
                            new ConfidenceInterval(low, high))),
            CHANGE);
    private static final UserDefinedFunction OF_SHARES = udf(
            (UDF4<Double, Double, Double, Double, Row>) (earlier, earlierTrials, later, trials) -> row(Change.of(
                    earlier,
                    WilsonScore.interval(earlier, earlierTrials, Confidence.DEFAULT),
                    later,
                    WilsonScore.interval(later, trials, Confidence.DEFAULT))),
            CHANGE);

    private Changes() {}

    /** From an earlier figure to a later one, each with the ends of its 95 % interval. */
    public static Column of(
            Column earlier, Column earlierLow, Column earlierHigh, Column later, Column laterLow, Column laterHigh) {
        return OF_FIGURES.apply(earlier, earlierLow, earlierHigh, later, laterLow, laterHigh);
    }

    /** From an earlier share to a later one, each of so many trials, above 0. */
    public static Column ofShares(Column earlier, Column earlierTrials, Column later, Column laterTrials) {
        return OF_SHARES.apply(earlier, earlierTrials, later, laterTrials);
    }

    private static Row row(Change change) {
        return RowFactory.create(
                change.amount(),
                change.interval().low(),
                change.interval().high(),
                change.movement().name());
    }
}
