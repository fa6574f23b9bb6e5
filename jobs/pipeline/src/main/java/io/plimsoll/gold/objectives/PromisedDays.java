package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import io.plimsoll.contract.Names;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Bad and total of promises by local day of the agreement, in the unit of the method: what {@link ObjectiveHour} holds of the seconds that
 * {@link AgreementScope} leaves in the scope. Window edges are kept to the five minutes of its cells, near enough to learn from; no verdict
 * is read from it.
 */
final class PromisedDays {

    static final String DAY = "promised_day";
    static final String BAD = "promised_bad";
    static final String TOTAL = "promised_total";

    private static final String SPANS = "spans";
    private static final String FROM = "from_seconds";
    private static final String TO = "to_seconds";
    private static final String TREATMENT = "treatment";

    private PromisedDays() {}

    /**
     * A row an agreement, objective and local day with seconds in the scope; bad and total are null when nothing was received of them.
     *
     * @param scopes rows of {@link AgreementScope}
     * @param hours rows of {@link ObjectiveHour}
     */
    static Dataset<Row> of(Dataset<Row> scopes, Dataset<Row> hours) {
        Dataset<Row> days = scopeDays(scopes);
        return days.drop(SPANS)
                .join(
                        figures(days, scopes, hours),
                        Names.of(AgreementScope.AGREEMENT_ID.name(), AgreementScope.OBJECTIVE_ID.name(), DAY),
                        "left");
    }

    private static Dataset<Row> scopeDays(Dataset<Row> scopes) {
        Column firstDay = to_date(from_utc_timestamp(col("segment.from_at"), AgreementScope.ZONE.col()));
        Column lastSecond = timestamp_seconds(unix_seconds(col("segment.to_at")).minus(1));
        Column lastDay = to_date(from_utc_timestamp(lastSecond, AgreementScope.ZONE.col()));
        Column span = struct(
                greatest(unix_seconds(col("segment.from_at")), midnight(col(DAY)))
                        .as(FROM),
                least(unix_seconds(col("segment.to_at")), midnight(date_add(col(DAY), 1)))
                        .as(TO),
                col("segment.treatment").as(TREATMENT));
        return scopes.withColumn("segment", explode(AgreementScope.SEGMENTS.col()))
                .where(col("segment.treatment").notEqual("remove"))
                .withColumn(DAY, explode(sequence(firstDay, lastDay)))
                .groupBy(AgreementScope.AGREEMENT_ID.col(), AgreementScope.OBJECTIVE_ID.col(), col(DAY))
                .agg(collect_list(span).as(SPANS));
    }

    private static Column midnight(Column day) {
        return unix_seconds(to_utc_timestamp(day.cast("timestamp"), AgreementScope.ZONE.col()));
    }

    private static Dataset<Row> figures(Dataset<Row> days, Dataset<Row> scopes, Dataset<Row> hours) {
        Dataset<Row> promises = scopes.select(
                        AgreementScope.AGREEMENT_ID.col(), AgreementScope.OBJECTIVE_ID.col(), AgreementScope.ZONE.col())
                .distinct();
        return hours.drop(ObjectiveHour.ZONE.name())
                .join(broadcast(promises), Names.of(AgreementScope.OBJECTIVE_ID), "inner")
                .withColumn(DAY, to_date(from_utc_timestamp(ObjectiveHour.HOUR_AT.col(), AgreementScope.ZONE.col())))
                .join(
                        days,
                        Names.of(AgreementScope.AGREEMENT_ID.name(), AgreementScope.OBJECTIVE_ID.name(), DAY),
                        "inner")
                .withColumn("in_scope", inScope())
                .groupBy(AgreementScope.AGREEMENT_ID.col(), AgreementScope.OBJECTIVE_ID.col(), col(DAY))
                .agg(
                        sum(col("in_scope.bad")).as(BAD),
                        sum(col("in_scope.total")).as(TOTAL));
    }

    /** Bad and total of the hour's cells that begin in a span; where the span counts what is bad as good, nothing is. */
    private static Column inScope() {
        Column none = struct(lit(0.0).as("bad"), lit(0.0).as("total"));
        return aggregate(ObjectiveHour.MINUTES.col(), none, (sums, cell) -> {
            Column start = unix_seconds(ObjectiveHour.HOUR_AT.col())
                    .plus(cell.getField("minute").multiply(60));
            Column total = cell.getField("total").cast(DoubleType);
            Column bad = total.minus(cell.getField("good").cast(DoubleType));
            Column counted = exists(col(SPANS), span -> holds(span, start));
            Column forgiven = exists(
                    col(SPANS),
                    span -> holds(span, start).and(span.getField(TREATMENT).equalTo("count_good")));
            return struct(
                    sums.getField("bad")
                            .plus(when(counted.and(forgiven.unary_$bang()), bad).otherwise(lit(0.0)))
                            .as("bad"),
                    sums.getField("total")
                            .plus(when(counted, total).otherwise(lit(0.0)))
                            .as("total"));
        });
    }

    private static Column holds(Column span, Column second) {
        return coalesce(span.getField(FROM).leq(second).and(second.lt(span.getField(TO))), lit(false));
    }
}
