package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.udf;

import io.plimsoll.statistics.accountability.Chain.Link;
import io.plimsoll.statistics.accountability.Support;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What the promises below an agreement support; see {@link Support}.
 *
 * <p>Input fields: {@code agreement_id, target, paths (array of paths), promised (array of agreement_id, objective_id, target)}.
 * An agreement that promises several objectives is worth their product; of several targets of one objective the least counts.
 */
public final class ChainSupport {

    private static final StructType SUPPORT = new StructType()
            .add("possible", DataTypes.DoubleType, true)
            .add("is_supported", DataTypes.BooleanType, true);

    private static final UserDefinedFunction SUPPORT_OF = udf((UDF1<Row, Row>) ChainSupport::support, SUPPORT);

    private ChainSupport() {}

    /**
     * A struct of possible and is_supported ({@code possible >= target}, exactly); both null when nothing below promises anything.
     *
     * @param chain a struct of the fields above
     */
    public static Column of(Column chain) {
        return SUPPORT_OF.apply(chain);
    }

    private static Row support(Row row) {
        List<Link> links = new ArrayList<>();
        for (Seq<String> path : row.<Seq<String>>getList(row.fieldIndex("paths"))) {
            links.add(new Link(CollectionConverters.asJava(path), 0, 0, 0));
        }
        return Support.of(row.getAs("agreement_id"), links, promised(row))
                .map(possible -> RowFactory.create(
                        possible.doubleValue(), possible.compareTo(row.<BigDecimal>getAs("target")) >= 0))
                .orElseGet(() -> RowFactory.create(null, null));
    }

    private static Map<String, BigDecimal> promised(Row row) {
        Map<String, Map<String, BigDecimal>> byObjective = new HashMap<>();
        for (Row promise : row.<Row>getList(row.fieldIndex("promised"))) {
            byObjective
                    .computeIfAbsent(promise.getString(0), agreement -> new HashMap<>())
                    .merge(promise.getString(1), promise.getDecimal(2), BigDecimal::min);
        }
        Map<String, BigDecimal> promised = new HashMap<>();
        byObjective.forEach((agreement, targets) ->
                promised.put(agreement, targets.values().stream().reduce(BigDecimal.ONE, BigDecimal::multiply)));
        return promised;
    }
}
