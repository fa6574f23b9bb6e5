package io.plimsoll.gold.maturity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.plimsoll.bridge.Changes;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.catalogue.PracticeTable;
import io.plimsoll.statistics.maturity.Rating;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a scope, practice and run's date: what became of it since the newest snapshot of at least ninety days before, whose
 * evidence is another quarter's, and whether that is more than chance ({@link io.plimsoll.statistics.interval.Change}). Without such
 * a snapshot there are no rows. A rating that changes within chance has not moved.
 */
public final class MaturityMovement implements Table {

    public static final String NAME = "gold.maturity_movement";

    public static final Field COMPARED_WITH =
            Field.required("compared_with", DateType, "run's date of the snapshot that it is compared with");
    public static final Field RATING_BEFORE =
            Field.required("rating_before", StringType, "the rating of that snapshot: N, P, L, F or not_evidenced");
    public static final Field RATIO_BEFORE = Field.optional(
            "attained_ratio_before",
            DoubleType,
            "ratio",
            "numerator over denominator of that snapshot; null without evidence");
    public static final Field RATIO_CHANGE = Field.optional(
            "ratio_change", DoubleType, "ratio", "attained_ratio less attained_ratio_before; null when not comparable");
    public static final Field RATIO_CHANGE_LO95 = Field.optional(
            "ratio_change_lo95", DoubleType, "ratio", "lower end of its 95 % interval; null like ratio_change");
    public static final Field RATIO_CHANGE_HI95 = Field.optional(
            "ratio_change_hi95", DoubleType, "ratio", "upper end of its 95 % interval; null like ratio_change");
    public static final Field MOVEMENT = Field.required(
            "movement",
            StringType,
            "UP or DOWN when that interval excludes 0, else WITHIN_CHANCE; NOT_COMPARABLE when one of the two was not evidenced or another question was asked");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a scope, practice and run's date: its movement in a quarter, told from noise")
            .withFields(
                    MaturityPractice.SCOPE_KIND,
                    MaturityPractice.SCOPE_ID,
                    PracticeTable.PRACTICE_ID,
                    PracticeTable.AREA,
                    COMPARED_WITH,
                    RATING_BEFORE,
                    MaturityPractice.RATING,
                    RATIO_BEFORE,
                    MaturityPractice.ATTAINED_RATIO,
                    RATIO_CHANGE,
                    RATIO_CHANGE_LO95,
                    RATIO_CHANGE_HI95,
                    MOVEMENT,
                    MaturityPractice.AS_OF)
            .withKey(
                    MaturityPractice.SCOPE_KIND,
                    MaturityPractice.SCOPE_ID,
                    PracticeTable.PRACTICE_ID,
                    MaturityPractice.AS_OF)
            .withChecks(new Check(
                    "change_in_interval",
                    "ratio_change IS NULL OR ratio_change BETWEEN ratio_change_lo95 AND ratio_change_hi95",
                    "the change lies in its interval"))
            .withPartitions(MaturityPractice.AS_OF);

    /** As long as the evidence of a practice reaches back: earlier snapshots stand on other evidence. */
    private static final int EVIDENCE_DAYS = 90;

    private static final String QUESTION = "question";
    private static final String EFFECTIVE_ROWS_BEFORE = "effective_rows_before";
    private static final String QUESTION_BEFORE = "question_before";
    private static final String CHANGE = "change";

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
        Dataset<Row> snapshots = inputs.table(MaturityPractice.NAME)
                .withColumn(QUESTION, question(MaturityPractice.EVIDENCE_QUERY.col()));
        Dataset<Row> now = snapshots.where(MaturityPractice.AS_OF.col().equalTo(lit(parameters.asOf())));
        return now.join(
                        before(snapshots, parameters),
                        Names.of(MaturityPractice.SCOPE_KIND, MaturityPractice.SCOPE_ID, PracticeTable.PRACTICE_ID),
                        "inner")
                .withColumn(CHANGE, when(isComparable(), change()))
                .withColumn(RATIO_CHANGE.name(), col("change.amount"))
                .withColumn(RATIO_CHANGE_LO95.name(), col("change.lo"))
                .withColumn(RATIO_CHANGE_HI95.name(), col("change.hi"))
                .withColumn(
                        MOVEMENT.name(),
                        when(col(CHANGE).isNotNull(), col("change.movement")).otherwise("NOT_COMPARABLE"))
                .select(CONTRACT.columns());
    }

    private static Dataset<Row> before(Dataset<Row> snapshots, Parameters parameters) {
        Dataset<Row> earlier = snapshots.where(
                MaturityPractice.AS_OF.col().leq(lit(parameters.asOf().minusDays(EVIDENCE_DAYS))));
        Dataset<Row> newest = earlier.agg(max(MaturityPractice.AS_OF.col()).as(MaturityPractice.AS_OF.name()));
        return earlier.join(newest, Names.of(MaturityPractice.AS_OF), "inner")
                .select(
                        MaturityPractice.SCOPE_KIND.col(),
                        MaturityPractice.SCOPE_ID.col(),
                        PracticeTable.PRACTICE_ID.col(),
                        MaturityPractice.AS_OF.col().as(COMPARED_WITH.name()),
                        MaturityPractice.RATING.col().as(RATING_BEFORE.name()),
                        MaturityPractice.ATTAINED_RATIO.col().as(RATIO_BEFORE.name()),
                        MaturityPractice.EFFECTIVE_ROWS.col().as(EFFECTIVE_ROWS_BEFORE),
                        col(QUESTION).as(QUESTION_BEFORE));
    }

    /** The query without the dates for which it was asked. */
    private static Column question(Column query) {
        return regexp_replace(query, lit("(DATE|TIMESTAMP)'[^']*'"), lit(""));
    }

    private static Column isComparable() {
        String notEvidenced = Rating.NOT_EVIDENCED.code();
        return MaturityPractice.RATING
                .col()
                .notEqual(notEvidenced)
                .and(RATING_BEFORE.col().notEqual(notEvidenced))
                .and(col(EFFECTIVE_ROWS_BEFORE).isNotNull())
                .and(col(QUESTION).equalTo(col(QUESTION_BEFORE)));
    }

    private static Column change() {
        return Changes.ofShares(
                RATIO_BEFORE.col(),
                col(EFFECTIVE_ROWS_BEFORE),
                MaturityPractice.ATTAINED_RATIO.col(),
                MaturityPractice.EFFECTIVE_ROWS.col());
    }
}
