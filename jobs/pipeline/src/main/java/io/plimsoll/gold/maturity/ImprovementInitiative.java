package io.plimsoll.gold.maturity;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.plimsoll.bridge.MaturityLevels;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.catalogue.PracticeTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * One row a scope, initiative and run's date: a set of practices that unlock maturity levels together, with its leverage
 * {@code criticality × levels unlocked / effort}. One practice alone often unlocks nothing, so sets are compared.
 */
public final class ImprovementInitiative implements Table {

    public static final String NAME = "gold.improvement_initiative";

    public static final Field INITIATIVE =
            Field.required("initiative", StringType, "area and level that the set reaches, such as M3 to level 4");
    public static final Field PRACTICES = Field.required(
            "practices", createArrayType(StringType, false), "the practices to achieve, all of them fully");
    public static final Field LEVELS_UNLOCKED = Field.required(
            "levels_unlocked",
            IntegerType,
            "levels",
            "staged levels gained when they are achieved, of all areas and of the whole together");
    public static final Field CRITICALITY = Field.required(
            "criticality",
            DoubleType,
            "mean criticality of the scope's living services: critical 4, high 3, normal 2, low 1; 2 where none is declared");
    public static final Field EFFORT = Field.required("effort", IntegerType, "the practices' efforts together");
    public static final Field LEVERAGE =
            Field.required("leverage", DoubleType, "criticality x levels_unlocked / effort");
    public static final Field RANK = Field.required(
            "rank", IntegerType, "place by leverage in its scope, 1 = first; equal leverage shares a place");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME,
                    "One row a scope, initiative and run's date: practices that unlock levels together, by leverage")
            .withFields(
                    MaturityPractice.SCOPE_KIND,
                    MaturityPractice.SCOPE_ID,
                    INITIATIVE,
                    PRACTICES,
                    LEVELS_UNLOCKED,
                    CRITICALITY,
                    EFFORT,
                    LEVERAGE,
                    RANK,
                    MaturityPractice.AS_OF)
            .withKey(MaturityPractice.SCOPE_KIND, MaturityPractice.SCOPE_ID, INITIATIVE, MaturityPractice.AS_OF)
            .withChecks(new Check("unlocks_something", "levels_unlocked > 0", "an initiative unlocks a level"))
            .withPartitions(MaturityPractice.AS_OF);

    private static final double UNDECLARED = 2;

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(MaturityPractice.NAME, ServiceTable.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.asOf();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Column byLeverage = rank().over(
                        Window.partitionBy(MaturityPractice.SCOPE_KIND.col(), MaturityPractice.SCOPE_ID.col())
                                .orderBy(LEVERAGE.col().desc()));
        return initiatives(inputs, parameters)
                .join(
                        criticality(inputs, parameters),
                        Names.of(MaturityPractice.SCOPE_KIND, MaturityPractice.SCOPE_ID),
                        "left")
                .withColumn(CRITICALITY.name(), coalesce(CRITICALITY.col(), lit(UNDECLARED)))
                .withColumn(
                        LEVERAGE.name(),
                        CRITICALITY.col().multiply(LEVELS_UNLOCKED.col()).divide(EFFORT.col()))
                .withColumn(RANK.name(), byLeverage)
                .select(CONTRACT.columns());
    }

    private static Dataset<Row> initiatives(Inputs inputs, Parameters parameters) {
        return inputs.table(MaturityPractice.NAME)
                .where(MaturityPractice.AS_OF.col().equalTo(lit(parameters.asOf())))
                .groupBy(
                        MaturityPractice.SCOPE_KIND.col(),
                        MaturityPractice.SCOPE_ID.col(),
                        MaturityPractice.AS_OF.col())
                .agg(MaturityLevels.practices(
                                PracticeTable.PRACTICE_ID.col(),
                                PracticeTable.AREA.col(),
                                PracticeTable.LEVEL.col(),
                                PracticeTable.EFFORT.col(),
                                MaturityPractice.RATING.col())
                        .as("assessed"))
                .withColumn("found", explode(MaturityLevels.initiatives(col("assessed"))))
                .select(col("*"), col("found.*"));
    }

    /** A scope's mean over the services that live at the run's date. */
    private static Dataset<Row> criticality(Inputs inputs, Parameters parameters) {
        Column asOf = lit(parameters.asOf());
        Column lives = coalesce(ServiceTable.EFFECTIVE_FROM.col().lt(asOf), lit(true))
                .and(coalesce(ServiceTable.EFFECTIVE_TO.col().geq(asOf), lit(true)))
                .and(coalesce(ServiceTable.RETIRED_ON.col().geq(asOf), lit(true)));
        Dataset<Row> services = inputs.table(ServiceTable.NAME).where(lives).withColumn(CRITICALITY.name(), weight());
        return scope(services, "enterprise", lit("enterprise"))
                .unionByName(scope(services, "business_unit", ServiceTable.BUSINESS_UNIT.col()))
                .unionByName(scope(services, "team", ServiceTable.TEAM_ID.col()));
    }

    private static Dataset<Row> scope(Dataset<Row> services, String kind, Column id) {
        return services.withColumn(MaturityPractice.SCOPE_KIND.name(), lit(kind))
                .withColumn(MaturityPractice.SCOPE_ID.name(), id)
                .groupBy(MaturityPractice.SCOPE_KIND.col(), MaturityPractice.SCOPE_ID.col())
                .agg(avg(CRITICALITY.col()).as(CRITICALITY.name()));
    }

    private static Column weight() {
        Column criticality = ServiceTable.CRITICALITY.col();
        return when(criticality.equalTo("critical"), 4.0)
                .when(criticality.equalTo("high"), 3.0)
                .when(criticality.equalTo("low"), 1.0)
                .otherwise(UNDECLARED);
    }
}
