package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.Names;
import io.plimsoll.silver.SliSample;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Good and total of each scope whose indicator delivers slots: first a row a slice (one for all slots under Occurrences), then
 * a row a scope. A slot belongs to the segment in which it starts; segments meet slots by day, so no window is compared with
 * every row.
 */
final class SlotAttainment {

    /** A slice's good and total after exclusions; its ratios are summed exactly. */
    static final String SLICE_RATIOS = "slice_ratios";

    static final String SLICE_RATIOS_GROSS = "slice_ratios_gross";
    static final String GOOD_NET = "good_net";
    static final String TOTAL_NET = "total_net";
    static final String GOOD_GROSS = "good_gross";
    static final String TOTAL_GROSS = "total_gross";
    static final String RECEIVED_SLOTS = "received_slots";
    static final String SLICE = "slice";
    static final String RECEIVED_SLICES = "received_slices";
    static final String RECEIVED_SLICES_GROSS = "received_slices_gross";

    private static final String SLICE_SECONDS = "slice_seconds";
    private static final String FROM = "segment_from";
    private static final String TO = "segment_to";
    private static final String IS_NET = "is_net";
    private static final String COUNTS_GOOD = "counts_good";
    private static final String SCOPE = "scope_row";
    private static final Column EVENTS = AgreementScope.METHOD.col().equalTo("Occurrences");
    private static final Column RATIOS = AgreementScope.METHOD.col().equalTo("RatioTimeslices");

    private SlotAttainment() {}

    /**
     * Good, total and what was received of each scope.
     *
     * @param scopes rows of {@link AgreementScope} with a dense number {@code scope_row}
     * @param slots rows of {@link SliSample}
     * @return a row a {@code scope_row} that has at least one slot
     */
    static Dataset<Row> of(Dataset<Row> scopes, Dataset<Row> slots) {
        Dataset<Row> counted = counted(scopes);
        return perScope(withTerms(perSlice(inScope(dailySegments(counted), slots), lit(null)), counted));
    }

    /**
     * Good and total of each slot (Occurrences) or slice after exclusions.
     *
     * @return a row a {@code scope_row} and {@code slice}: the slot's start as epoch second, or the slice's number since the
     *     epoch; {@code good_net} is 1 or 0 under Timeslices, events otherwise; null without a slot in the net scope
     */
    static Dataset<Row> cells(Dataset<Row> scopes, Dataset<Row> slots) {
        Dataset<Row> counted = counted(scopes);
        Dataset<Row> cells =
                perSlice(inScope(dailySegments(counted), slots), unix_seconds(SliSample.MEASURED_AT.col()));
        return withTerms(cells, counted)
                .select(
                        col(SCOPE),
                        col(SLICE),
                        when(RATIOS, col(GOOD_NET))
                                .otherwise(goodOfSlice(GOOD_NET, TOTAL_NET))
                                .as(GOOD_NET),
                        when(RATIOS, col(TOTAL_NET))
                                .otherwise(totalOfSlice(TOTAL_NET))
                                .as(TOTAL_NET),
                        col(RECEIVED_SLOTS));
    }

    private static Dataset<Row> counted(Dataset<Row> scopes) {
        return scopes.where(AgreementScope.MEASURE.col().notEqual("state"));
    }

    /** A row a segment and UTC day that it touches, with the little that is asked of every slot. */
    private static Dataset<Row> dailySegments(Dataset<Row> scopes) {
        Column treatment = col("segment.treatment");
        return scopes.select(
                        col(SCOPE),
                        AgreementScope.SLI_ID.col(),
                        AgreementScope.TOOL.col(),
                        AgreementScope.MEASURE.col(),
                        AgreementScope.OP.col(),
                        AgreementScope.THRESHOLD.col(),
                        when(EVENTS, lit(null))
                                .otherwise(AgreementScope.TIME_SLICE_SECONDS.col())
                                .as(SLICE_SECONDS),
                        explode(AgreementScope.SEGMENTS.col()).as("segment"))
                .select(
                        col(SCOPE),
                        AgreementScope.SLI_ID.col(),
                        AgreementScope.TOOL.col(),
                        AgreementScope.MEASURE.col(),
                        AgreementScope.OP.col(),
                        AgreementScope.THRESHOLD.col(),
                        col(SLICE_SECONDS),
                        col("segment.from_at").as(FROM),
                        col("segment.to_at").as(TO),
                        treatment.notEqual("remove").as(IS_NET),
                        treatment.equalTo("count_good").as(COUNTS_GOOD),
                        explode(sequence(
                                        to_date(col("segment.from_at")),
                                        to_date(expr("segment.to_at - INTERVAL 1 MICROSECOND"))))
                                .as(SliSample.DAY.name()));
    }

    private static Dataset<Row> inScope(Dataset<Row> segments, Dataset<Row> slots) {
        Dataset<Row> narrow = slots.select(
                SliSample.SLI_ID.col(),
                SliSample.TOOL.col(),
                SliSample.DAY.col(),
                SliSample.MEASURED_AT.col(),
                SliSample.GOOD.col().as("slot_good"),
                SliSample.TOTAL.col().as("slot_total"),
                SliSample.VALUE.col().as("slot_value"));
        Column same = same(segments, narrow, SliSample.SLI_ID)
                .and(same(segments, narrow, SliSample.TOOL))
                .and(same(segments, narrow, SliSample.DAY))
                .and(SliSample.MEASURED_AT.col().geq(col(FROM)))
                .and(SliSample.MEASURED_AT.col().lt(col(TO)));
        return narrow.join(broadcast(segments), same, "inner")
                .withColumn("good", SlotEvents.good())
                .withColumn("total", SlotEvents.total())
                .where(col("total").isNotNull());
    }

    private static Column same(Dataset<Row> left, Dataset<Row> right, Field field) {
        return left.col(field.name()).equalTo(right.col(field.name()));
    }

    /** Numbers alone, which Spark adds up in place; a text among the sums would make it sort every slot. */
    private static Dataset<Row> perSlice(Dataset<Row> slots, Column eventCell) {
        Column good = when(col(COUNTS_GOOD), col("total")).otherwise(col("good"));
        Column slice = floor(unix_seconds(SliSample.MEASURED_AT.col()).divide(col(SLICE_SECONDS)));
        return slots.withColumn(
                        SLICE, when(col(SLICE_SECONDS).isNull(), eventCell).otherwise(slice))
                .groupBy(SCOPE, SLICE)
                .agg(
                        sum(when(col(IS_NET), good)).as(GOOD_NET),
                        sum(when(col(IS_NET), col("total"))).as(TOTAL_NET),
                        sum(col("good")).as(GOOD_GROSS),
                        sum(col("total")).as(TOTAL_GROSS),
                        count_if(col(IS_NET)).as(RECEIVED_SLOTS));
    }

    private static Dataset<Row> withTerms(Dataset<Row> slices, Dataset<Row> scopes) {
        Dataset<Row> terms =
                scopes.select(col(SCOPE), AgreementScope.METHOD.col(), AgreementScope.TIME_SLICE_TARGET.col());
        return slices.join(broadcast(terms), Names.of(SCOPE), "inner");
    }

    private static Dataset<Row> perScope(Dataset<Row> slices) {
        return slices.groupBy(SCOPE)
                .agg(
                        sum(goodOfSlice(GOOD_NET, TOTAL_NET)).as(GOOD_NET),
                        sum(totalOfSlice(TOTAL_NET)).as(TOTAL_NET),
                        sum(goodOfSlice(GOOD_GROSS, TOTAL_GROSS)).as(GOOD_GROSS),
                        sum(totalOfSlice(TOTAL_GROSS)).as(TOTAL_GROSS),
                        sum(RECEIVED_SLOTS).as(RECEIVED_SLOTS),
                        count_if(col(RECEIVED_SLOTS).gt(0)).as(RECEIVED_SLICES),
                        count(lit(1)).as(RECEIVED_SLICES_GROSS),
                        collect_list(ratio(GOOD_NET, TOTAL_NET)).as(SLICE_RATIOS),
                        collect_list(ratio(GOOD_GROSS, TOTAL_GROSS)).as(SLICE_RATIOS_GROSS));
    }

    /** Good events under Occurrences; 1 or 0 under Timeslices, judged exactly; nothing under RatioTimeslices. */
    private static Column goodOfSlice(String good, String total) {
        Column reached =
                whole(col(good)).geq(AgreementScope.TIME_SLICE_TARGET.col().multiply(whole(col(total))));
        return when(EVENTS, col(good))
                .when(col(total).gt(0).and(RATIOS.unary_$bang()), reached.cast(DataTypes.LongType));
    }

    private static Column totalOfSlice(String total) {
        return when(EVENTS, col(total)).when(col(total).gt(0), lit(1L));
    }

    private static Column ratio(String good, String total) {
        return when(
                RATIOS.and(col(total).gt(0)),
                struct(col(good).as("good"), col(total).as("total")));
    }

    /** A count with room for a product with a ratio of twelve decimals: DECIMAL(19,0) x DECIMAL(18,12) is exact. */
    private static Column whole(Column count) {
        return coalesce(count, lit(0L)).cast(DataTypes.createDecimalType(19, 0));
    }
}
