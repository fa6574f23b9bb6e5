package io.plimsoll.source.mapping;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.plimsoll.source.format.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.TryEval;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampType;

/**
 * One mapped column as it is computed: first {@link #stored} beside the record's own columns, then {@link #value} and
 * {@link #failed} from both. Splitting the two lets Spark convert a value once.
 */
public final class Cell {

    private static final String VALUE = "v";

    private final MappedField mapped;
    private final String name;
    private final DataType given;
    private final List<String> reads;

    /**
     * @param mapped the column and its expression
     * @param given the type that the expression has
     * @param reads the file's columns that the expression reads
     */
    Cell(MappedField mapped, DataType given, List<String> reads) {
        this.mapped = mapped;
        this.name = (mapped.attribute() ? "__plimsoll_a_" : "__plimsoll_c_")
                + mapped.field().name();
        this.given = given;
        this.reads = reads;
    }

    MappedField mapped() {
        return mapped;
    }

    /** What is computed from the record. */
    Column stored() {
        return stored(mapped.expression()).as(name);
    }

    private Column stored(String expression) {
        if (isText()) {
            return expr(expression);
        }
        if (isPlainCast()) {
            return expr(expression).try_cast(type());
        }
        return ExpressionUtils.column(new TryEval(
                ExpressionUtils.expression(struct(converted(expression).as(VALUE)))));
    }

    /** Null where the record has none, or where {@link #failed}. */
    Column value() {
        return isText() || isPlainCast() ? col(name) : col(name).getField(VALUE);
    }

    /** Whether the record has a value that is not of the column's type; empty when that cannot happen. */
    Optional<Column> failed() {
        if (isText()) {
            return Optional.empty();
        }
        if (!isPlainCast()) {
            return Optional.of(col(name).isNull());
        }
        Column raw = col(Format.quoted(mapped.bare().orElseThrow()));
        Column failed = raw.isNotNull().and(col(name).isNull());
        return Optional.of(
                type() instanceof TimestampType ? failed.or(raw.isNotNull().and(lacksDate(raw))) : failed);
    }

    /** Spark takes {@code 12:30} for that time of today. */
    private static Column lacksDate(Column text) {
        return text.startsWith("T")
                .or(org.apache.spark.sql.functions.instr(text, ":").between(2, 3));
    }

    /** Whether a time was read that does not say its zone; empty when the column holds no text that becomes a time. */
    Optional<Column> zoneless() {
        if (!(isPlainCast() && type() instanceof TimestampType)) {
            return Optional.empty();
        }
        Column raw = col(Format.quoted(mapped.bare().orElseThrow()));
        Column sign = raw.substr(-6, 1);
        return Optional.of(raw.isNotNull()
                .and(raw.endsWith("Z").unary_$bang())
                .and(sign.isin("+", "-")
                        .and(org.apache.spark.sql.functions.length(raw).gt(lit(16)))
                        .unary_$bang()));
    }

    /** What is wrong with the value, for a row in which it {@link #failed}. */
    Column reason() {
        Column what = lit("column " + mapped.field().name() + ": ");
        String type = sqlType();
        if (mapped.bare().isPresent()) {
            Column raw = col(Format.quoted(mapped.bare().get()));
            return concat(
                    what,
                    lit("'"),
                    coalesce(raw.cast(DataTypes.StringType), lit("null")),
                    lit("' is not " + type + " (expression: " + mapped.expression() + ")"));
        }
        List<Column> parts =
                new ArrayList<>(List.of(what, lit("not " + type + " (expression: " + mapped.expression())));
        for (String column : reads) {
            Column text = col(Format.quoted(column)).cast(DataTypes.StringType);
            parts.add(lit("; " + column + " = '"));
            parts.add(coalesce(text, lit("null")));
            parts.add(lit("'"));
        }
        parts.add(lit(")"));
        return concat(parts.toArray(Column[]::new));
    }

    private String sqlType() {
        String sql = type() instanceof MapType ? "JSON object" : type().sql();
        return ("AEIO".indexOf(sql.charAt(0)) >= 0 ? "an " : "a ") + sql;
    }

    private DataType type() {
        return mapped.field().type();
    }

    private boolean isText() {
        return mapped.bare().isPresent() && given instanceof StringType && type() instanceof StringType;
    }

    private boolean isPlainCast() {
        return mapped.bare().isPresent() && given instanceof StringType && !(type() instanceof MapType);
    }

    private Column converted(String expression) {
        if (type() instanceof MapType && given instanceof StringType) {
            return expr("from_json(" + expression + ", 'MAP<STRING,STRING>', map('mode', 'FAILFAST'))");
        }
        Column value = expr(expression);
        return losesFraction() ? whole(value, expression) : value.cast(type());
    }

    private boolean losesFraction() {
        boolean whole = type() instanceof LongType || type() instanceof IntegerType;
        boolean fractional = given.sameType(DataTypes.DoubleType)
                || given.sameType(DataTypes.FloatType)
                || given instanceof DecimalType;
        return whole && fractional;
    }

    /** A count of 12.7 is not 12. */
    private Column whole(Column value, String expression) {
        Column cut = value.cast(type());
        return org.apache
                .spark
                .sql
                .functions
                .when(cut.equalTo(value).or(value.isNull()), cut)
                .otherwise(org.apache.spark.sql.functions.raise_error(lit(expression + " is not a whole number")));
    }
}
