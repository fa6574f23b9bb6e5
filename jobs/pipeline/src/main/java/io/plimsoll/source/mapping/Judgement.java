package io.plimsoll.source.mapping;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.source.feed.Feed;
import io.plimsoll.source.format.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.TryEval;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;

/**
 * Applies a mapping to records. Each expression is evaluated on its own, so a value that one of them chokes on becomes a reason
 * to reject its row and nothing else.
 */
public final class Judgement {

    /** Whether the row breaks the feed's contract. */
    public static final String BAD = "__plimsoll_bad";

    /** Whether a time without a zone was read in the row. */
    public static final String ZONELESS = "__plimsoll_zoneless";

    /** Everything that is wrong with the row. */
    public static final String REASONS = "reasons";

    /** The record as text. */
    public static final String RAW = "raw";

    private static final String WHERE = "__plimsoll_where";
    private static final String REASON = "__plimsoll_r_";
    private static final String FAILED = "__plimsoll_f_";
    private static final String VALUE = "v";

    private final Mapping mapping;

    /** @param mapping how the records become rows */
    public Judgement(Mapping mapping) {
        this.mapping = mapping;
    }

    /** The feed's columns of every record with path, row, {@link #BAD} and {@link #ZONELESS}. */
    public Dataset<Row> judge(Dataset<Row> records) {
        Dataset<Row> converted = wanted(records.select(stored(records)));
        List<Column> columns = new ArrayList<>(located());
        columns.addAll(values());
        columns.addAll(failures());
        columns.add(any(mapping.cells().stream().map(Cell::zoneless).flatMap(Optional::stream))
                .as(ZONELESS));
        Dataset<Row> rows = converted.select(columns.toArray(Column[]::new));
        List<Column> judged =
                new ArrayList<>(List.of(col(Records.PATH), col(Records.ROW), bad().as(BAD), col(ZONELESS)));
        mapping.feed().fields().forEach(field -> judged.add(field.col()));
        return rows.select(judged.toArray(Column[]::new));
    }

    /** Path, row, {@link #RAW} and {@link #REASONS} of every record that breaks the contract. */
    public Dataset<Row> rejects(Dataset<Row> records, Column raw) {
        Dataset<Row> converted = wanted(records.withColumn(RAW, raw).select(stored(records, col(RAW))));
        List<Column> columns = new ArrayList<>(located());
        columns.add(col(RAW));
        columns.addAll(values());
        columns.addAll(failures());
        columns.addAll(explanations());
        return converted
                .select(columns.toArray(Column[]::new))
                .select(col(Records.PATH), col(Records.ROW), col(RAW), reasons().as(REASONS))
                .where(size(col(REASONS)).gt(0));
    }

    private Column[] stored(Dataset<Row> records, Column... more) {
        List<Column> columns = new ArrayList<>(List.of(more));
        for (String name : records.columns()) {
            columns.add(col(io.plimsoll.source.format.Format.quoted(name)));
        }
        mapping.cells().forEach(cell -> columns.add(cell.stored()));
        mapping.source()
                .where()
                .ifPresent(condition -> columns.add(
                        tried(expr(condition).cast(DataTypes.BooleanType)).as(WHERE)));
        return columns.toArray(Column[]::new);
    }

    private static Column tried(Column value) {
        return ExpressionUtils.column(new TryEval(ExpressionUtils.expression(struct(value.as(VALUE)))));
    }

    /** Records for which the condition holds or cannot be told. */
    private Dataset<Row> wanted(Dataset<Row> converted) {
        if (mapping.source().where().isEmpty()) {
            return converted;
        }
        return converted.where(col(Records.BROKEN)
                .isNotNull()
                .or(col(WHERE).isNull())
                .or(coalesce(col(WHERE).getField(VALUE), lit(false))));
    }

    private static List<Column> located() {
        return List.of(col(Records.PATH), col(Records.ROW), col(Records.BROKEN));
    }

    private List<Column> values() {
        return mapping.feed().fields().stream()
                .map(field -> value(field).as(field.name()))
                .toList();
    }

    private Column value(Field field) {
        if (field.equals(Feed.ATTRIBUTES)) {
            return attributes();
        }
        Column mapped = cell(field).map(Cell::value).orElse(lit(null).cast(field.type()));
        return field.name().equals(Mapping.TOOL)
                ? coalesce(mapped, lit(mapping.source().name()))
                : mapped;
    }

    private Column attributes() {
        List<Cell> single = mapping.cells().stream()
                .filter(cell -> cell.mapped().attribute())
                .toList();
        if (single.isEmpty()) {
            return cell(Feed.ATTRIBUTES).map(Cell::value).orElse(lit(null).cast(Feed.ATTRIBUTES.type()));
        }
        Column[] entries = single.stream()
                .flatMap(cell -> Stream.of(lit(cell.mapped().field().name()), cell.value()))
                .toArray(Column[]::new);
        return map_filter(org.apache.spark.sql.functions.map(entries), (name, value) -> value.isNotNull());
    }

    private Optional<Cell> cell(Field field) {
        return mapping.cells().stream()
                .filter(cell ->
                        !cell.mapped().attribute() && cell.mapped().field().equals(field))
                .findFirst();
    }

    private List<Column> failures() {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < mapping.cells().size(); i++) {
            String name = FAILED + i;
            mapping.cells().get(i).failed().ifPresent(failed -> columns.add(failed.as(name)));
        }
        if (mapping.source().where().isPresent()) {
            columns.add(col(WHERE).isNull().as(FAILED + WHERE));
        }
        return columns;
    }

    private List<Column> explanations() {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < mapping.cells().size(); i++) {
            if (mapping.cells().get(i).failed().isPresent()) {
                columns.add(mapping.cells().get(i).reason().as(REASON + i));
            }
        }
        return columns;
    }

    private Column bad() {
        List<Column> conditions = new ArrayList<>();
        conditions.add(col(Records.BROKEN).isNotNull());
        for (int i = 0; i < mapping.cells().size(); i++) {
            if (mapping.cells().get(i).failed().isPresent()) {
                conditions.add(col(FAILED + i));
            }
        }
        if (mapping.source().where().isPresent()) {
            conditions.add(col(FAILED + WHERE));
        }
        mapping.feed().required().forEach(field -> conditions.add(missing(field)));
        mapping.feed().checks().forEach(check -> conditions.add(broken(check)));
        return any(conditions.stream());
    }

    /** A record that cannot be parsed has that one reason; a value that cannot be converted is not judged further. */
    private Column reasons() {
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < mapping.cells().size(); i++) {
            if (mapping.cells().get(i).failed().isPresent()) {
                all.add(when(col(FAILED + i), col(REASON + i)));
            }
        }
        mapping.source()
                .where()
                .ifPresent(condition -> all.add(when(
                        col(FAILED + WHERE),
                        lit("where: the condition cannot be computed for this row (" + condition + ")"))));
        mapping.feed()
                .required()
                .forEach(field -> all.add(when(
                        missing(field).and(not(failedAny(Set.of(field.name())))), lit(missingMessage(field)))));
        mapping.feed()
                .checks()
                .forEach(check -> all.add(when(
                        broken(check).and(not(failedAny(columnsOf(check)))),
                        concat(lit("the row breaks the rule: " + check.meaning() + " ("), shown(check), lit(")")))));
        Column found = filter(array(all.toArray(Column[]::new)), reason -> reason.isNotNull());
        return when(col(Records.BROKEN).isNotNull(), array(col(Records.BROKEN))).otherwise(found);
    }

    private String missingMessage(Field field) {
        return cell(field)
                .map(cell -> "column " + field.name() + ": is missing (expression: "
                        + cell.mapped().expression() + ")")
                .orElse("column " + field.name() + ": is missing");
    }

    private static Column shown(Check check) {
        List<Column> parts = new ArrayList<>();
        for (String name : columnsOf(check)) {
            parts.add(lit((parts.isEmpty() ? "" : ", ") + name + " = "));
            parts.add(coalesce(col(name).cast(DataTypes.StringType), lit("null")));
        }
        return concat(parts.toArray(Column[]::new));
    }

    private Column failedAny(Set<String> columns) {
        List<Column> failed = new ArrayList<>();
        for (int i = 0; i < mapping.cells().size(); i++) {
            Cell cell = mapping.cells().get(i);
            if (cell.failed().isPresent()
                    && columns.contains(cell.mapped().field().name())) {
                failed.add(col(FAILED + i));
            }
        }
        return any(failed.stream());
    }

    private static Column missing(Field field) {
        Column isNull = field.col().isNull();
        return field.type() instanceof StringType ? isNull.or(trim(field.col()).equalTo("")) : isNull;
    }

    private static Column broken(Check check) {
        return not(coalesce(expr(check.predicate()), lit(false)));
    }

    private static Set<String> columnsOf(Check check) {
        try {
            return Expressions.columns(check.predicate());
        } catch (ParseException impossible) {
            throw new IllegalStateException("check " + check.name() + " is no Spark SQL", impossible);
        }
    }

    private static Column any(Stream<Column> conditions) {
        return conditions.reduce(Column::or).orElse(lit(false));
    }
}
