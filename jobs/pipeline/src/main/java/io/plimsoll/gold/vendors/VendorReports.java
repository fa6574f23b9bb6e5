package io.plimsoll.gold.vendors;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import io.plimsoll.contract.Columns;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.gold.objectives.AgreementScope;
import io.plimsoll.gold.objectives.SlaCompliance;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What vendors report of themselves, as far as it was due or in by the run's date, beside what was measured. */
final class VendorReports {

    static final String NAME = "silver.vendor_report";

    private static final String VENDOR_ID = VendorPromises.VENDOR_ID;
    private static final String[] PERIOD = {"period_start", "period_end"};

    private final Inputs inputs;
    private final Dataset<Row> reports;
    private final Column asOf;

    VendorReports(Inputs inputs, Parameters parameters) {
        this.inputs = inputs;
        this.asOf = lit(parameters.asOfInstant());
        this.reports = inputs.table(NAME)
                .join(VendorPromises.vendors(inputs), Names.of(VENDOR_ID), "left_semi")
                .withColumn(VendorPromises.QUARTER, VendorPromises.quarterOf(col(PERIOD[1])));
    }

    /** A report's name among the evidence. */
    static Column name() {
        return concat_ws("/", col("sli_id"), col(PERIOD[0]));
    }

    /** Reports whose due date has passed. */
    Dataset<Row> due() {
        return reports.where(col("due_at").lt(asOf));
    }

    private Dataset<Row> received() {
        return reports.where(coalesce(col("received_at").lt(asOf), lit(false)));
    }

    /**
     * Reports of an availability that was also measured under an agreement of the vendor for the same period. {@code measured} is the
     * higher of net and gross, so that a report under the terms of either is fair; {@code good}, {@code total} and {@code method} are
     * those of one agreement and objective.
     */
    Dataset<Row> measured() {
        Dataset<Row> indicators =
                inputs.table(AgreementScope.NAME).select(Columns.of(AgreementScope.KEY, AgreementScope.SLI_ID.col()));
        Column sums = struct(
                AgreementScope.AGREEMENT_ID.col(),
                AgreementScope.OBJECTIVE_ID.col(),
                AgreementScope.IN_FORCE_FROM.col(),
                SlaCompliance.GOOD.col().as("good"),
                SlaCompliance.TOTAL.col().as("total"),
                AgreementScope.METHOD.col().as("method"));
        Dataset<Row> figures = inputs.table(SlaCompliance.NAME)
                .where(AgreementScope.IS_CLOSED
                        .col()
                        .and(SlaCompliance.STATUS.col().isin("MET", "BREACHED")))
                .join(VendorPromises.agreements(inputs), Names.of(AgreementScope.AGREEMENT_ID), "inner")
                .join(indicators, Names.of(AgreementScope.KEY), "inner")
                .groupBy(col(VENDOR_ID), col("sli_id"), col(PERIOD[0]), col(PERIOD[1]))
                .agg(
                        max(greatest(SlaCompliance.ATTAINED_NET.col(), SlaCompliance.ATTAINED_GROSS.col()))
                                .as("measured"),
                        min(sums).as("sums"));
        return received()
                .where(col("reported_availability").isNotNull())
                .join(figures, Names.of(VENDOR_ID, "sli_id", PERIOD[0], PERIOD[1]), "inner")
                .select(col("*"), col("sums.good"), col("sums.total"), col("sums.method"));
    }

    /**
     * Incidents disclosed and on record, a row a vendor, service and period reported on. What the reports on a service's several
     * indicators disclose is added up.
     *
     * @param incidents those that name a vendor, with {@code opened_on}
     */
    Dataset<Row> disclosed(Dataset<Row> incidents) {
        Dataset<Row> services = inputs.table(ObjectiveTable.NAME)
                .select(ObjectiveTable.SLI_ID.col(), ObjectiveTable.SERVICE_ID.col())
                .distinct();
        Dataset<Row> told = received()
                .where(col("incidents_disclosed").isNotNull())
                .join(services, Names.of("sli_id"), "inner")
                .groupBy(col(VENDOR_ID), col("service_id"), col(PERIOD[0]), col(PERIOD[1]), col(VendorPromises.QUARTER))
                .agg(sum("incidents_disclosed").as("disclosed"));
        Dataset<Row> recorded = incidents.select(VENDOR_ID, "service_id", "incident_id", "opened_on");
        return told.join(recorded, Names.of(VENDOR_ID, "service_id"), "inner")
                .where(col("opened_on").geq(col(PERIOD[0])).and(col("opened_on").lt(col(PERIOD[1]))))
                .groupBy(
                        col(VENDOR_ID),
                        col("service_id"),
                        col(PERIOD[0]),
                        col(VendorPromises.QUARTER),
                        col("disclosed"))
                .agg(count(lit(1)).as("recorded"));
    }

    /** Credits that the reports on an agreement's indicators offer for a period. */
    Dataset<Row> offered() {
        Dataset<Row> indicators = inputs.table(AgreementScope.NAME)
                .select(
                        AgreementScope.AGREEMENT_ID.col(),
                        AgreementScope.PERIOD_START.col(),
                        AgreementScope.SLI_ID.col())
                .distinct();
        return received()
                .join(VendorPromises.agreements(inputs), Names.of(VENDOR_ID), "inner")
                .join(
                        indicators,
                        Names.of(AgreementScope.AGREEMENT_ID, AgreementScope.PERIOD_START, AgreementScope.SLI_ID),
                        "inner")
                .groupBy(AgreementScope.AGREEMENT_ID.col(), AgreementScope.PERIOD_START.col())
                .agg(sum(coalesce(col("credits_offered"), lit(0))).as("offered"));
    }
}
