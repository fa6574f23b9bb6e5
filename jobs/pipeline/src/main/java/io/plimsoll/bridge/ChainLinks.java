package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_seconds;

import io.plimsoll.statistics.accountability.Chain;
import io.plimsoll.statistics.accountability.Undertaking;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The links below an agreement; see {@link Chain}. */
public final class ChainLinks {

    private static final StructType LINK = new StructType()
            .add("path", DataTypes.createArrayType(DataTypes.StringType, false), false)
            .add("depth", DataTypes.IntegerType, false)
            .add("version", DataTypes.IntegerType, false)
            .add("from_second", DataTypes.LongType, false)
            .add("to_second", DataTypes.LongType, false);

    private static final UserDefinedFunction BELOW =
            udf((UDF1<Row, List<Row>>) ChainLinks::below, DataTypes.createArrayType(LINK, false));

    private static final UserDefinedFunction CYCLES =
            udf((UDF1<Row, List<String>>) ChainLinks::cycles, DataTypes.createArrayType(DataTypes.StringType, false));

    private ChainLinks() {}

    /**
     * An array of structs of path, depth, version (position in the undertakings, from 0), from_second and to_second, in the
     * order of {@link Chain#below}.
     *
     * @param agreementId the first agreement
     * @param fromAt first instant looked at
     * @param toAt first instant no longer looked at
     * @param undertakings array of structs that begin with agreement_id, from_second, to_second, underpinned_by
     */
    public static Column below(Column agreementId, Column fromAt, Column toAt, Column undertakings) {
        return BELOW.apply(struct(
                agreementId.as("agreement_id"),
                unix_seconds(fromAt).as("from"),
                unix_seconds(toAt).as("to"),
                undertakings.as("undertakings")));
    }

    /**
     * The cycles that an agreement's links would close, each as {@code a -> b -> a}.
     *
     * @param agreementId the agreement
     * @param targets agreements to which it declares links
     * @param undertakings as for {@link #below}
     */
    public static Column cycles(Column agreementId, Column targets, Column undertakings) {
        return CYCLES.apply(
                struct(agreementId.as("agreement_id"), targets.as("targets"), undertakings.as("undertakings")));
    }

    private static List<Row> below(Row row) {
        return Chain.below(row.getAs("agreement_id"), row.<Long>getAs("from"), row.<Long>getAs("to"), undertakings(row))
                .stream()
                .map(link -> RowFactory.create(link.path(), link.depth(), link.version(), link.from(), link.to()))
                .toList();
    }

    private static List<String> cycles(Row row) {
        List<Undertaking> undertakings = undertakings(row);
        return row.<String>getList(row.fieldIndex("targets")).stream()
                .flatMap(target -> Chain.cycle(row.getAs("agreement_id"), target, undertakings).stream())
                .map(way -> String.join(" -> ", way))
                .toList();
    }

    private static List<Undertaking> undertakings(Row row) {
        List<Undertaking> undertakings = new ArrayList<>();
        for (Row version : row.<Row>getList(row.fieldIndex("undertakings"))) {
            undertakings.add(
                    new Undertaking(version.getString(0), version.getLong(1), version.getLong(2), version.getList(3)));
        }
        return undertakings;
    }
}
