package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.plimsoll.bridge.ChainLinks;
import io.plimsoll.contract.Field;
import io.plimsoll.silver.catalogue.AgreementTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The agreements that hold others up, joined to the periods of those they hold up. */
final class Underpinning {

    /** Every version of every agreement as one array of structs. */
    static final String UNDERTAKINGS = "undertakings";

    private Underpinning() {}

    /** Periods with every agreement's versions beside them. */
    static Dataset<Row> withUndertakings(Dataset<Row> periods, Dataset<Row> agreements) {
        Column undertaking = struct(
                AgreementTable.AGREEMENT_ID.col(),
                startOf(AgreementTable.EFFECTIVE_FROM, Long.MIN_VALUE).as("from_second"),
                startOf(AgreementTable.EFFECTIVE_TO, Long.MAX_VALUE).as("to_second"),
                AgreementTable.UNDERPINNED_BY.col(),
                AgreementTable.TYPE.col(),
                coalesce(AgreementTable.PROVIDER.col(), AgreementTable.SERVICE_ID.col())
                        .as(AgreementTable.PROVIDER.name()),
                AgreementTable.OBJECTIVES.col(),
                AgreementTable.DECLARED_UNDERPINNINGS.col());
        Dataset<Row> all =
                agreements.groupBy().agg(array_sort(collect_list(undertaking)).as(UNDERTAKINGS));
        return periods.crossJoin(broadcast(all));
    }

    /**
     * Periods with the links below their agreement.
     *
     * @param periods rows with agreement_id, period_from_at, period_to_at and {@link #UNDERTAKINGS}
     * @return a row a period and link: position (declared order, from 0), path, depth, from_second, to_second (when it is in
     *     force within the period) and {@code below}, the version of the agreement that the link leads to
     */
    static Dataset<Row> links(Dataset<Row> periods) {
        Column links = ChainLinks.below(
                AgreementScope.AGREEMENT_ID.col(),
                AgreementScope.PERIOD_FROM_AT.col(),
                AgreementScope.PERIOD_TO_AT.col(),
                col(UNDERTAKINGS));
        return periods.withColumn("links", links)
                .select(col("*"), posexplode(col("links")).as(new String[] {"position", "link"}))
                .select(col("*"), col("link.*"))
                .withColumn(
                        "below", element_at(col(UNDERTAKINGS), col("version").plus(1)))
                .drop("links", "link", "version", UNDERTAKINGS);
    }

    private static Column startOf(Field day, long otherwise) {
        return coalesce(
                unix_seconds(to_utc_timestamp(day.col().cast(TimestampType), AgreementTable.ZONE.col())),
                lit(otherwise));
    }
}
