package io.plimsoll.gold.vendors;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.IntegerType;

import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.gold.objectives.ObjectiveTimeline;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Two agreements of one type between the same parties that promise the same: on the same indicators, or, where each promises one
 * objective, with bad time that overlaps (Jaccard: common over united seconds) on at least three days.
 */
final class DuplicatePromises {

    static final String OTHER = "other_agreement";

    /** One outage alone makes no pair. */
    private static final int LEAST_DAYS = 3;

    private final Dataset<Row> promises;
    private final Dataset<Row> timeline;
    private final Dataset<Row> limits;
    private final Parameters parameters;

    /** @param promises agreements in force with objective_id and sli_id, a row a promise */
    DuplicatePromises(Dataset<Row> promises, Dataset<Row> timeline, Dataset<Row> limits, Parameters parameters) {
        this.promises = promises;
        this.timeline = timeline;
        this.limits = limits;
        this.parameters = parameters;
    }

    /** Signals with the other agreement; both of a pair have one. */
    Dataset<Row> signals() {
        Dataset<Row> pairs = sameIndicators().unionByName(overlapping());
        Dataset<Row> best = pairs.groupBy(AgreementTable.AGREEMENT_ID.col(), col(OTHER))
                .agg(max("jaccard").as("jaccard"));
        return RetirementSignals.signal(
                best.join(limits, lit(true), "cross"),
                "duplicate",
                true,
                col("jaccard"),
                col("overlapRatio"),
                concat(lit("of "), col(OTHER)));
    }

    /** Pairs of an agreement and another, as {@link #signals} finds them. */
    Dataset<Row> pairs() {
        return sameIndicators()
                .unionByName(overlapping())
                .select(AgreementTable.AGREEMENT_ID.col(), col(OTHER))
                .distinct();
    }

    private Dataset<Row> promised() {
        return promises.groupBy(
                        AgreementTable.AGREEMENT_ID.col(),
                        AgreementTable.TYPE.col(),
                        AgreementTable.PROVIDER.col(),
                        AgreementTable.CUSTOMER.col())
                .agg(
                        array_sort(collect_set(ObjectiveTable.SLI_ID.col())).as("slis"),
                        array_sort(collect_set(ObjectiveTable.OBJECTIVE_ID.col()))
                                .as("objectives"));
    }

    private static Dataset<Row> other(Dataset<Row> agreements) {
        Dataset<Row> renamed = agreements;
        for (String column : agreements.columns()) {
            renamed = renamed.withColumnRenamed(column, "other_" + column);
        }
        return renamed.withColumnRenamed("other_agreement_id", OTHER);
    }

    private static Column sameParties() {
        return col("type")
                .equalTo(col("other_type"))
                .and(col("provider").eqNullSafe(col("other_provider")))
                .and(col("customer").eqNullSafe(col("other_customer")))
                .and(AgreementTable.AGREEMENT_ID.col().notEqual(col(OTHER)));
    }

    private Dataset<Row> sameIndicators() {
        Dataset<Row> promised = promised();
        return promised.join(other(promised), sameParties().and(col("slis").equalTo(col("other_slis"))), "inner")
                .select(AgreementTable.AGREEMENT_ID.col(), col(OTHER), lit(1.0).as("jaccard"));
    }

    private Dataset<Row> overlapping() {
        Column objective = col("objectives").getItem(0);
        Dataset<Row> single = promised()
                .where(size(col("objectives")).equalTo(1))
                .withColumn(ObjectiveTable.OBJECTIVE_ID.name(), objective);
        Dataset<Row> bad = bad();
        Dataset<Row> length = bad.groupBy(ObjectiveTable.OBJECTIVE_ID.col())
                .agg(sum(col("to_s").minus(col("from_s"))).as("bad_seconds"));
        Dataset<Row> common = common(bad);
        Dataset<Row> measured = single.join(length, Names.of(ObjectiveTable.OBJECTIVE_ID), "inner")
                .drop("slis", "objectives");
        Column united = col("bad_seconds").plus(col("other_bad_seconds")).minus(col("common_seconds"));
        return measured.join(other(measured), sameParties(), "inner")
                .join(common, Names.of("objective_id", "other_objective_id"), "inner")
                .withColumn("jaccard", when(united.gt(0), col("common_seconds").divide(united)))
                .join(limits, lit(true), "cross")
                .where(col("jaccard").gt(col("overlapRatio")).and(col("days").geq(LEAST_DAYS)))
                .select(AgreementTable.AGREEMENT_ID.col(), col(OTHER), col("jaccard"));
    }

    private Dataset<Row> bad() {
        Column since = date_sub(lit(parameters.asOf()), col("overlapDays").cast(IntegerType));
        return timeline.join(limits, lit(true), "cross")
                .where(ObjectiveTimeline.DAY
                        .col()
                        .geq(since)
                        .and(ObjectiveTimeline.DAY.col().lt(lit(parameters.asOf()))))
                .select(
                        ObjectiveTable.OBJECTIVE_ID.col(),
                        ObjectiveTimeline.DAY.col(),
                        explode(ObjectiveTimeline.BAD.col()).as("stretch"))
                .select(
                        ObjectiveTable.OBJECTIVE_ID.col(),
                        ObjectiveTimeline.DAY.col(),
                        unix_seconds(col("stretch.from_at")).as("from_s"),
                        unix_seconds(col("stretch.to_at")).as("to_s"));
    }

    /** Stretches are cut at the day in which they start, so those of one day alone can overlap. */
    private static Dataset<Row> common(Dataset<Row> bad) {
        Dataset<Row> others = bad.select(
                ObjectiveTable.OBJECTIVE_ID.col().as("other_objective_id"),
                ObjectiveTimeline.DAY.col(),
                col("from_s").as("other_from_s"),
                col("to_s").as("other_to_s"));
        Column overlap = least(col("to_s"), col("other_to_s")).minus(greatest(col("from_s"), col("other_from_s")));
        return bad.join(others, Names.of(ObjectiveTimeline.DAY), "inner")
                .where(ObjectiveTable.OBJECTIVE_ID
                        .col()
                        .notEqual(col("other_objective_id"))
                        .and(overlap.gt(0)))
                .groupBy(ObjectiveTable.OBJECTIVE_ID.col(), col("other_objective_id"))
                .agg(
                        sum(overlap).as("common_seconds"),
                        count_distinct(ObjectiveTimeline.DAY.col()).as("days"));
    }
}
