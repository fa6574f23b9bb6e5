package io.plimsoll.gold.maturity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.plimsoll.bridge.MaturityLevels;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.catalogue.PracticeTable;
import io.plimsoll.statistics.maturity.Rating;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a scope, area of practices (and all of them) and run's date: the staged maturity level, which is the highest for which
 * every practice at it is Largely and every practice below it Fully achieved; the continuous level, which moves with every
 * practice; and what keeps the staged level from being one higher.
 */
public final class MaturityScore implements Table {

    public static final String NAME = "gold.maturity_score";

    public static final Field AREA =
            Field.required("area", StringType, "group of practices, such as M3; all for all of them");
    public static final Field STAGED_LEVEL = Field.required("staged_level", IntegerType, "level", "1 to 5");
    public static final Field CONTINUOUS_LEVEL = Field.required(
            "continuous_level",
            DoubleType,
            "level",
            "1 to 5: 1 and four times the mean, over the levels, of their practices' mean achievement (N 0, P 1/3, L 2/3, F 1)");
    public static final Field BLOCKING_PRACTICES = Field.required(
            "blocking_practices",
            createArrayType(StringType, false),
            "practices that keep the staged level from being one higher");
    public static final Field EVIDENCED_PRACTICES =
            Field.required("evidenced_practices", LongType, "practices", "practices that could be rated");
    public static final Field PRACTICES = Field.required("practices", LongType, "practices", "practices of the area");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME,
                    "One row a scope, area of practices (and all) and run's date: how mature it is, and what blocks it")
            .withFields(
                    MaturityPractice.SCOPE_KIND,
                    MaturityPractice.SCOPE_ID,
                    AREA,
                    STAGED_LEVEL,
                    CONTINUOUS_LEVEL,
                    BLOCKING_PRACTICES,
                    EVIDENCED_PRACTICES,
                    PRACTICES,
                    MaturityPractice.AS_OF)
            .withKey(MaturityPractice.SCOPE_KIND, MaturityPractice.SCOPE_ID, AREA, MaturityPractice.AS_OF)
            .withChecks(
                    new Check("staged_level_range", "staged_level BETWEEN 1 AND 5", "the staged level is 1 to 5"),
                    new Check(
                            "continuous_level_range",
                            "continuous_level BETWEEN 1 AND 5",
                            "the continuous level is 1 to 5"))
            .withPartitions(MaturityPractice.AS_OF);

    private static final String EACH = "each_area";

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(MaturityPractice.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.asOf();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        return inputs.table(MaturityPractice.NAME)
                .where(MaturityPractice.AS_OF.col().equalTo(lit(parameters.asOf())))
                .withColumn(EACH, explode(array(AREA.col(), lit("all"))))
                .groupBy(
                        MaturityPractice.SCOPE_KIND.col(),
                        MaturityPractice.SCOPE_ID.col(),
                        col(EACH),
                        MaturityPractice.AS_OF.col())
                .agg(
                        MaturityLevels.practices(
                                        PracticeTable.PRACTICE_ID.col(),
                                        AREA.col(),
                                        PracticeTable.LEVEL.col(),
                                        PracticeTable.EFFORT.col(),
                                        MaturityPractice.RATING.col())
                                .as("assessed"),
                        count_if(MaturityPractice.RATING.col().notEqual(Rating.NOT_EVIDENCED.code()))
                                .as(EVIDENCED_PRACTICES.name()),
                        count(lit(1)).as(PRACTICES.name()))
                .withColumn("levels", MaturityLevels.levels(col("assessed")))
                .select(col("*"), col("levels.*"))
                .withColumn(AREA.name(), col(EACH))
                .select(CONTRACT.columns());
    }
}
