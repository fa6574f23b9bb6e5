package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_seconds;

import io.plimsoll.statistics.accountability.Chain;
import io.plimsoll.statistics.accountability.Undertaking;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    private static final StructType UNFOLLOWED = new StructType()
            .add("missing", DataTypes.createArrayType(DataTypes.StringType, false), false)
            .add("cycles", DataTypes.createArrayType(DataTypes.StringType, false), false);

    private static final UserDefinedFunction UNFOLLOWED_OF = udf((UDF1<Row, Row>) ChainLinks::unfollowed, UNFOLLOWED);

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
        return BELOW.apply(terms(agreementId, fromAt, toAt, undertakings));
    }

    /**
     * A struct of what an agreement and those below it declare without it being followed, sorted: missing, links to agreements
     * that there are not, as {@code a -> b}; cycles, links that come back, as {@code a -> b -> a}.
     *
     * @param undertakings as for {@link #below}, with declared_underpinnings
     */
    public static Column unfollowed(Column agreementId, Column fromAt, Column toAt, Column undertakings) {
        return UNFOLLOWED_OF.apply(terms(agreementId, fromAt, toAt, undertakings));
    }

    private static Column terms(Column agreementId, Column fromAt, Column toAt, Column undertakings) {
        return struct(
                agreementId.as("agreement_id"),
                unix_seconds(fromAt).as("from"),
                unix_seconds(toAt).as("to"),
                undertakings.as("undertakings"));
    }

    private static List<Row> below(Row row) {
        return Chain.below(row.getAs("agreement_id"), row.<Long>getAs("from"), row.<Long>getAs("to"), undertakings(row))
                .stream()
                .map(link -> RowFactory.create(link.path(), link.depth(), link.version(), link.from(), link.to()))
                .toList();
    }

    private static Row unfollowed(Row row) {
        List<Undertaking> undertakings = undertakings(row);
        Set<String> known = undertakings.stream().map(Undertaking::id).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        Set<String> cycles = new TreeSet<>();
        for (Undertaking version : inChain(row, undertakings)) {
            for (String declared : declared(row, version)) {
                if (!known.contains(declared)) {
                    missing.add(version.id() + " -> " + declared);
                } else if (!version.underpinnedBy().contains(declared)) {
                    Chain.cycle(version.id(), declared, undertakings)
                            .ifPresent(way -> cycles.add(String.join(" -> ", way)));
                }
            }
        }
        return RowFactory.create(List.copyOf(missing), List.copyOf(cycles));
    }

    /** The versions of the agreement itself that are in force, and of those below it. */
    private static Set<Undertaking> inChain(Row row, List<Undertaking> undertakings) {
        long from = row.<Long>getAs("from");
        long to = row.<Long>getAs("to");
        String id = row.getAs("agreement_id");
        Set<Undertaking> versions = new LinkedHashSet<>();
        undertakings.stream()
                .filter(version -> version.id().equals(id) && version.from() < to && version.to() > from)
                .forEach(versions::add);
        Chain.below(id, from, to, undertakings).forEach(link -> versions.add(undertakings.get(link.version())));
        return versions;
    }

    private static Set<String> declared(Row row, Undertaking undertaking) {
        Set<String> declared = new TreeSet<>();
        for (Row version : row.<Row>getList(row.fieldIndex("undertakings"))) {
            if (version.getString(0).equals(undertaking.id()) && version.getLong(1) == undertaking.from()) {
                declared.addAll(version.getList(version.fieldIndex("declared_underpinnings")));
            }
        }
        return declared;
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
