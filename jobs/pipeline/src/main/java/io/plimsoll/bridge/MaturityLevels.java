package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import io.plimsoll.statistics.maturity.AssessedPractice;
import io.plimsoll.statistics.maturity.Initiatives;
import io.plimsoll.statistics.maturity.Maturity;
import io.plimsoll.statistics.maturity.Rating;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Ratings of a scope's practices to levels and initiatives; see {@link Maturity} and {@link Initiatives}. */
public final class MaturityLevels {

    /** What a set of practices shows. */
    public static final StructType LEVELS = new StructType()
            .add("staged_level", DataTypes.IntegerType, false)
            .add("continuous_level", DataTypes.DoubleType, false)
            .add("blocking_practices", DataTypes.createArrayType(DataTypes.StringType, false), false);

    /** A set of practices to be improved together. */
    public static final ArrayType INITIATIVES = DataTypes.createArrayType(
            new StructType()
                    .add("initiative", DataTypes.StringType, false)
                    .add("practices", DataTypes.createArrayType(DataTypes.StringType, false), false)
                    .add("levels_unlocked", DataTypes.IntegerType, false)
                    .add("effort", DataTypes.IntegerType, false),
            false);

    private static final UserDefinedFunction LEVELS_OF = udf((UDF1<Seq<Row>, Row>) MaturityLevels::levels, LEVELS);
    private static final UserDefinedFunction INITIATIVES_OF =
            udf((UDF1<Seq<Row>, List<Row>>) MaturityLevels::initiatives, INITIATIVES);

    private MaturityLevels() {}

    /** Aggregates a group's practices into the array that the other functions take, in one order whatever the rows' order. */
    public static Column practices(Column id, Column area, Column level, Column effort, Column rating) {
        return array_sort(collect_list(struct(id, area, level, effort, rating)));
    }

    /** Staged and continuous level of the practices, and what blocks the next staged level. */
    public static Column levels(Column practices) {
        return LEVELS_OF.apply(practices);
    }

    /** Every initiative that unlocks a level. */
    public static Column initiatives(Column practices) {
        return INITIATIVES_OF.apply(practices);
    }

    private static Row levels(Seq<Row> practices) {
        Maturity maturity = Maturity.of(assessed(practices));
        return RowFactory.create(
                maturity.stagedLevel(),
                maturity.continuousLevel(),
                maturity.blocking().stream().map(AssessedPractice::id).toList());
    }

    private static List<Row> initiatives(Seq<Row> practices) {
        return Initiatives.of(assessed(practices)).stream()
                .map(initiative -> RowFactory.create(
                        initiative.name(), initiative.practices(), initiative.levelsUnlocked(), initiative.effort()))
                .toList();
    }

    private static List<AssessedPractice> assessed(Seq<Row> practices) {
        return CollectionConverters.asJava(practices).stream()
                .map(row -> new AssessedPractice(
                        row.getString(0),
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        Rating.ofCode(row.getString(4))))
                .toList();
    }
}
