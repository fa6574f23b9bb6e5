package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;

import io.plimsoll.contract.Parameters;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Joins of catalogue tables whose rows are in force from one day to another. */
public final class Versions {

    private static final String FROM = "effective_from";
    private static final String TO = "effective_to";

    private Versions() {}

    /**
     * Pairs of rows with the same name that are in force on common days; the result is in force on those days. A null bound is
     * open. Versions of one name do not overlap, so a day has at most one row.
     *
     * @param name the column on which both agree
     * @param type inner, or left to keep rows that name nothing
     */
    static Dataset<Row> join(Dataset<Row> left, Dataset<Row> right, String name, String type) {
        Dataset<Row> other = right.withColumnRenamed(name, "other_name")
                .withColumnRenamed(FROM, "other_from")
                .withColumnRenamed(TO, "other_to");
        Column common = before(col(FROM), col("other_to")).and(before(col("other_from"), col(TO)));
        return left.join(other, col(name).equalTo(col("other_name")).and(common), type)
                .withColumn(FROM, greatest(col(FROM), col("other_from")))
                .withColumn(TO, least(col(TO), col("other_to")))
                .drop("other_name", "other_from", "other_to");
    }

    /**
     * Rows with the version of what they name that is in force on a day; rows whose name has none then are kept.
     *
     * @param name the column on which both agree
     * @param day a day of the row
     */
    public static Dataset<Row> at(Dataset<Row> left, Dataset<Row> right, String name, Column day) {
        Dataset<Row> other = right.withColumnRenamed(name, "other_name")
                .withColumnRenamed(FROM, "other_from")
                .withColumnRenamed(TO, "other_to");
        Column inForce = coalesce(col("other_from").leq(day), lit(true)).and(before(day, col("other_to")));
        return left.join(other, col(name).equalTo(col("other_name")).and(inForce), "left")
                .drop("other_name", "other_from", "other_to");
    }

    /** The version of each name that is in force on the day before the run's date. */
    public static Dataset<Row> inForce(Dataset<Row> versions, Parameters parameters) {
        Column lastDay = lit(parameters.asOf().minusDays(1));
        return versions.where(coalesce(col(FROM).leq(lastDay), lit(true)).and(before(lastDay, col(TO))));
    }

    private static Column before(Column from, Column to) {
        return coalesce(from.lt(to), lit(true));
    }
}
