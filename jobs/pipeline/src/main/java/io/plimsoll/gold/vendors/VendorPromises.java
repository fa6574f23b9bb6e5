package io.plimsoll.gold.vendors;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.trunc;

import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.OrganisationTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which vendor promises what, and on which days it provides which service. */
final class VendorPromises {

    static final String VENDOR_ID = "vendor_id";
    static final String QUARTER = "quarter_start";
    static final String SERVICE_DAYS = "service_days";

    private VendorPromises() {}

    /** First days of the quarters that a snapshot tells of: that of the last day it sees, and the one before. */
    static LocalDate[] quarters(Parameters parameters) {
        LocalDate last = parameters.asOf().minusDays(1);
        LocalDate current = last.with(IsoFields.DAY_OF_QUARTER, 1);
        return new LocalDate[] {current.minusMonths(3), current};
    }

    /** The vendors of the catalogue, each once. */
    static Dataset<Row> vendors(Inputs inputs) {
        return inputs.table(OrganisationTable.VENDOR.contract().name())
                .select(col(VENDOR_ID))
                .distinct();
    }

    /** Agreements whose provider is a vendor, each once. */
    static Dataset<Row> agreements(Inputs inputs) {
        return inputs.table(AgreementTable.NAME)
                .select(
                        AgreementTable.AGREEMENT_ID.col(),
                        AgreementTable.PROVIDER.col().as(VENDOR_ID))
                .distinct()
                .join(vendors(inputs), Names.of(VENDOR_ID), "left_semi");
    }

    /**
     * Days of a quarter, up to the run's date, on which a vendor provides a service: as its catalogue entry or an agreement of the
     * vendor says. A row a vendor, service and quarter.
     */
    static Dataset<Row> serviceDays(Inputs inputs, Parameters parameters) {
        Dataset<Row> services = inputs.table(ServiceTable.NAME)
                .select(
                        ServiceTable.VENDOR_ID.col(),
                        ServiceTable.SERVICE_ID.col(),
                        ServiceTable.EFFECTIVE_FROM.col(),
                        ServiceTable.EFFECTIVE_TO.col(),
                        ServiceTable.WENT_LIVE_ON.col().as("live_from"),
                        ServiceTable.RETIRED_ON.col().as("live_to"));
        Dataset<Row> agreements = inputs.table(AgreementTable.NAME)
                .select(
                        AgreementTable.PROVIDER.col().as(VENDOR_ID),
                        AgreementTable.SERVICE_ID.col(),
                        AgreementTable.EFFECTIVE_FROM.col(),
                        AgreementTable.EFFECTIVE_TO.col(),
                        AgreementTable.EFFECTIVE_FROM.col().as("live_from"),
                        AgreementTable.EFFECTIVE_TO.col().as("live_to"));
        Column day = col("day");
        return services.unionByName(agreements)
                .join(vendors(inputs), Names.of(VENDOR_ID), "left_semi")
                .withColumn("day", explode(days(parameters)))
                .where(isSince(day, "effective_from")
                        .and(isSince(day, "live_from"))
                        .and(isBefore(day, "effective_to"))
                        .and(isBefore(day, "live_to")))
                .groupBy(
                        col(VENDOR_ID),
                        ServiceTable.SERVICE_ID.col(),
                        trunc(day, "quarter").as(QUARTER))
                .agg(count_distinct(day).as(SERVICE_DAYS));
    }

    private static Column days(Parameters parameters) {
        return sequence(lit(quarters(parameters)[0]), lit(parameters.asOf().minusDays(1)));
    }

    private static Column isSince(Column day, String from) {
        return coalesce(day.geq(col(from)), lit(true));
    }

    private static Column isBefore(Column day, String to) {
        return coalesce(day.lt(col(to)), lit(true));
    }

    /** The quarter of a period: that in which its last day lies. */
    static Column quarterOf(Column periodEnd) {
        return trunc(date_add(periodEnd, -1), "quarter");
    }

    /** The first day after a quarter. */
    static Column quarterEnd() {
        return add_months(col(QUARTER), 3);
    }
}
