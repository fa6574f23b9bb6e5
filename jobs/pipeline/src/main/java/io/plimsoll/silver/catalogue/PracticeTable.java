package io.plimsoll.silver.catalogue;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.plimsoll.config.Practice;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;

/** One row a practice of the maturity model. */
public final class PracticeTable {

    public static final String NAME = "silver.practice";

    public static final Field PRACTICE_ID = Field.required("practice_id", StringType, "the practice, such as M3.1");
    public static final Field AREA = Field.required("area", StringType, "group of practices, such as M3");
    public static final Field PRACTICE_NAME = Field.required("practice_name", StringType, "the practice in words");
    public static final Field LEVEL =
            Field.required("level", IntegerType, "maturity level, 2 to 5, at which the practice is expected");
    public static final Field EFFORT =
            Field.required("effort", IntegerType, "what it takes to introduce it, relative to the others, 1 to 5");
    public static final Field MINIMUM_EVIDENCE =
            Field.required("minimum_evidence", IntegerType, "rows", "rows of evidence below which it is not rated");
    public static final Field STALE_DAYS = Field.required(
            "stale_days", IntegerType, "days", "age of the newest evidence beyond which it is not rated");
    public static final Field SCOPES = Field.required(
            "scopes",
            DataTypes.createArrayType(StringType, false),
            "of what it is asked: enterprise, business_unit, team");
    public static final Field PARTIALLY =
            Field.required("partially", Field.RATIO, "ratio", "lower bound above which it is partially achieved");
    public static final Field LARGELY =
            Field.required("largely", Field.RATIO, "ratio", "lower bound above which it is largely achieved");
    public static final Field FULLY =
            Field.required("fully", Field.RATIO, "ratio", "lower bound above which it is fully achieved");
    public static final Field EVIDENCE = Field.required(
            "evidence", StringType, "the query whose rows are counted; :as_of stands for the run's date");

    /** The table's declaration. */
    public static final TableContract CONTRACT = TableContract.of(NAME, "One row a practice of the maturity model")
            .withFields(
                    PRACTICE_ID,
                    AREA,
                    PRACTICE_NAME,
                    LEVEL,
                    EFFORT,
                    MINIMUM_EVIDENCE,
                    STALE_DAYS,
                    SCOPES,
                    PARTIALLY,
                    LARGELY,
                    FULLY,
                    EVIDENCE)
            .withKey(PRACTICE_ID);

    private PracticeTable() {}

    /** The model's practices as rows of this table. */
    public static List<Row> rows(List<Practice> practices) {
        List<Row> rows = new ArrayList<>();
        for (Practice practice : practices) {
            rows.add(RowFactory.create(
                    practice.id(),
                    practice.area(),
                    practice.name(),
                    practice.level(),
                    practice.effort(),
                    practice.minimumEvidence(),
                    practice.staleDays(),
                    practice.scopes().toArray(String[]::new),
                    practice.partially(),
                    practice.largely(),
                    practice.fully(),
                    practice.evidence()));
        }
        return rows;
    }
}
