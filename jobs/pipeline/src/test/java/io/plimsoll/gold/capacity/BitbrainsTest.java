package io.plimsoll.gold.capacity;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.to_date;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.silver.BillingLine;
import io.plimsoll.silver.ResourceHour;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.ResourceTable;
import io.plimsoll.testing.LocalSpark;
import io.plimsoll.testing.Reference;
import io.plimsoll.testing.Rows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Fifty virtual machines of Bitbrains (GWA-T-12), 30 days of processor use every five minutes, each with the capacity that it was given. */
class BitbrainsTest {

    private static final int MACHINES = 50;
    private static final Parameters PARAMETERS =
            new Parameters(LocalDate.of(2013, 9, 11), ZoneOffset.UTC, Optional.empty());

    private static Inputs machines = name -> Rows.none(new ResourceHour().contract());

    @BeforeAll
    static void read() {
        Dataset<Row> hours = Rows.held(hours(Reference.path("bitbrains-small")));
        Inputs nothingDeclared = new Rows()
                .with(ResourceTable.CONTRACT, List.of())
                .with(ObjectiveTable.CONTRACT, List.of())
                .with(new BillingLine().contract(), List.of())
                .inputs();
        machines = name -> name.equals(ResourceHour.NAME) ? hours : nothingDeclared.table(name);
    }

    @Test
    void everyMachineHasAPlan() {
        Dataset<Row> plans = Rows.held(new CapacityPlan().build(machines, PARAMETERS));

        assertThat(plans.count()).isEqualTo(MACHINES);
        assertThat(plans.where("status IN ('insufficient_data', 'capacity_unknown')")
                        .count())
                .isZero();
        assertThat(plans.where("headroom_ratio IS NULL OR p50 > p95 OR p95 > p99 OR p99 > max")
                        .count())
                .isZero();
    }

    @Test
    void sizesHoldTheirShareInTheWeeksThatFollow() {
        Dataset<Row> sizes = Rows.held(new Rightsizing().build(machines, PARAMETERS));
        Row fleet = sizes.selectExpr(
                        "sum(risk * judged_hours) / sum(judged_hours) AS risk", "max(declared_risk) AS declared_risk")
                .first();

        assertThat(sizes.count()).isEqualTo(MACHINES);
        assertThat(sizes.where("(recommended IS NULL) <> (hours_observed < 14 * 24)")
                        .count())
                .as("two weeks of hours give a size, fewer none")
                .isZero();
        assertThat(fleet.<Double>getAs("risk")).isLessThanOrEqualTo(fleet.<Double>getAs("declared_risk"));
        assertThat(sizes.where("action = 'shrink' AND risk > declared_risk").count())
                .isZero();
    }

    private static Dataset<Row> hours(Path folder) {
        Dataset<Row> samples = LocalSpark.session()
                .read()
                .parquet(folder.resolve("trace.parquet").toString());
        Dataset<Row> given = LocalSpark.session()
                .read()
                .parquet(folder.resolve("meta.parquet").toString());
        return samples.join(broadcast(given.select("id", "cpu_capacity")), Names.of("id"), "inner")
                .groupBy(
                        col("id").as("resource_id"),
                        lit("cpu").as("metric"),
                        date_trunc("HOUR", col("timestamp")).as("hour_at"))
                .agg(
                        count(lit(1)).as("samples"),
                        avg("cpu_usage").as("used_mean"),
                        min("cpu_usage").as("used_min"),
                        max("cpu_usage").as("used_max"),
                        max("cpu_capacity").as("capacity"))
                .withColumn("unit", lit("MHz"))
                .withColumn("day", to_date(col("hour_at")))
                .select(new ResourceHour().contract().columns());
    }
}
