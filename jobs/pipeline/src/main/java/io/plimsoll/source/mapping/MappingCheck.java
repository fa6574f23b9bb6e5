package io.plimsoll.source.mapping;

import static org.apache.spark.sql.functions.expr;

import io.plimsoll.config.MappedColumn;
import io.plimsoll.config.Problem;
import io.plimsoll.config.SourceSettings;
import io.plimsoll.contract.Field;
import io.plimsoll.source.feed.Feed;
import io.plimsoll.source.format.Format;
import io.plimsoll.source.format.Request;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;

/** Holds a source's mapping against its feed and against the columns that its files have. */
public final class MappingCheck {

    private static final String ATTRIBUTE_PREFIX = "attributes.";
    private static final String SESSION_ZONE = "spark.sql.session.timeZone";
    private static final Pattern TO_UTC = Pattern.compile("\\bto_utc_timestamp\\s*\\(", Pattern.CASE_INSENSITIVE);

    private final SparkSession session;
    private final SourceSettings source;
    private final Feed feed;
    private final Format format;

    /**
     * @param session the session in whose zone times without one are read
     * @param source the settings
     * @param feed the source's feed
     * @param format the source's format
     */
    public MappingCheck(SparkSession session, SourceSettings source, Feed feed, Format format) {
        this.session = session;
        this.source = source;
        this.feed = feed;
        this.format = format;
    }

    /**
     * The outcome of a check.
     *
     * @param mapping empty when there are problems
     * @param problems all of them
     */
    public record Result(Optional<Mapping> mapping, List<Problem> problems) {}

    /** What is wrong with the mapping whatever the files hold: names of the feed, grammar, required columns. */
    public List<Problem> withoutFiles() {
        List<Problem> problems = new ArrayList<>();
        List<MappedField> fields = written(problems);
        if (!source.columns().isEmpty() && !format.completesMapping()) {
            problems.addAll(unmapped(fields));
        }
        source.where().ifPresent(condition -> parsed(condition, "where", source.line(), problems));
        source.columns().values().forEach(column -> shiftedTwice(column).ifPresent(problems::add));
        return problems;
    }

    /** Times without a zone are read in the source's; what converts them once more moves every record by the zone's offset. */
    private Optional<Problem> shiftedTwice(MappedColumn column) {
        String zone = session.conf().get(SESSION_ZONE);
        boolean shifts = !ZoneId.of(zone).getRules().isFixedOffset()
                && TO_UTC.matcher(column.expression()).find();
        return !shifts
                ? Optional.empty()
                : Optional.of(new Problem(
                        source.file(),
                        column.line(),
                        key("columns." + column.column()),
                        "'" + column.expression() + "' converts twice: times without a zone are read in " + zone
                                + " already. Leave to_utc_timestamp out, and give the source the zone of its times"
                                + " (zone: " + zone + ")"));
    }

    /** What the source wants of its files: the columns used bare and those that expressions compute with. Expressions that do not parse use none. */
    public Request request(ZoneId zone) {
        Set<String> bare = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Set<String> computed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (MappedField field : written(new ArrayList<>())) {
            field.bare().ifPresentOrElse(bare::add, () -> computed.addAll(columns(field.expression())));
        }
        source.where().ifPresent(condition -> computed.addAll(columns(condition)));
        if (source.columns().isEmpty()) {
            feed.fields().forEach(field -> bare.add(field.name()));
        }
        bare.removeAll(computed);
        return new Request(source, zone, bare, computed);
    }

    /** The mapping for files of these columns. */
    public Result against(StructType columns) {
        List<Problem> problems = new ArrayList<>();
        List<MappedField> fields = fields(columns, problems);
        problems.addAll(unmapped(fields, columns));
        StructType known = format.hasFixedColumns() ? columns : withMissing(columns, fields);
        fields.forEach(field -> problems.addAll(unknownColumns(field, known)));
        source.where()
                .ifPresent(condition -> problems.addAll(unknownColumns(condition, key("where"), source.line(), known)));
        List<MappedField> complete = fields.stream()
                .filter(field -> unknownColumns(field, known).isEmpty())
                .toList();
        List<Cell> cells = typed(complete, known, problems);
        source.where()
                .filter(condition -> unknownColumns(condition, key("where"), source.line(), known)
                        .isEmpty())
                .ifPresent(condition -> typedCondition(condition, known, problems));
        return problems.isEmpty()
                ? new Result(Optional.of(new Mapping(source, feed, cells)), List.of())
                : new Result(Optional.empty(), problems);
    }

    private List<MappedField> fields(StructType columns, List<Problem> problems) {
        if (source.columns().isEmpty()) {
            return own(columns);
        }
        List<MappedField> fields = written(problems);
        if (format.completesMapping()) {
            own(columns).stream()
                    .filter(own ->
                            fields.stream().noneMatch(written -> written.field().equals(own.field())))
                    .toList()
                    .forEach(fields::add);
        }
        return fields;
    }

    private List<MappedField> own(StructType columns) {
        List<MappedField> fields = new ArrayList<>();
        for (Map.Entry<String, String> entry : format.ownColumns(feed, columns).entrySet()) {
            Field field = feed.field(entry.getKey()).orElseThrow();
            fields.add(new MappedField(field, false, entry.getValue(), bare(entry.getValue()), source.line()));
        }
        return fields;
    }

    private List<MappedField> written(List<Problem> problems) {
        List<MappedField> fields = new ArrayList<>();
        for (MappedColumn column : source.columns().values()) {
            Optional<Field> known = feed.field(column.column());
            if (known.isEmpty()) {
                probablyMeant(column).ifPresent(problems::add);
            }
            Field field = known.orElseGet(() -> attribute(column.column()));
            if (parsed(column.expression(), "columns." + column.column(), column.line(), problems)) {
                fields.add(new MappedField(
                        field, known.isEmpty(), column.expression(), bare(column.expression()), column.line()));
            }
        }
        return fields;
    }

    private static Field attribute(String name) {
        String plain = name.startsWith(ATTRIBUTE_PREFIX) ? name.substring(ATTRIBUTE_PREFIX.length()) : name;
        return Field.optional(plain, DataTypes.StringType, "attribute");
    }

    /** A name that is nearly a column of the feed is more likely a slip than an attribute. */
    private Optional<Problem> probablyMeant(MappedColumn column) {
        if (column.column().startsWith(ATTRIBUTE_PREFIX)) {
            return Optional.empty();
        }
        return Similar.to(
                        column.column(), feed.fields().stream().map(Field::name).toList())
                .filter(meant -> !source.columns().containsKey(meant))
                .map(meant -> new Problem(
                        source.file(),
                        column.line(),
                        key("columns." + column.column()),
                        "feed " + feed.name() + " has no column " + column.column() + "; did you mean " + meant
                                + "? To keep it as an attribute, write attributes." + column.column()));
    }

    private boolean parsed(String expression, String key, int line, List<Problem> problems) {
        try {
            Expressions.columns(expression);
            return true;
        } catch (ParseException failure) {
            problems.add(new Problem(
                    source.file(),
                    line,
                    key(key),
                    "'" + expression + "' is not a Spark SQL expression: " + SparkMessages.oneLine(failure)));
            return false;
        }
    }

    private List<Problem> unmapped(List<MappedField> fields) {
        return missing(fields)
                .map(field -> problem(
                        source.line(),
                        "columns",
                        "feed " + feed.name() + " needs the column " + field.name() + " (" + field.meaning()
                                + "); map it: " + field.name() + ": <expression>"))
                .toList();
    }

    private List<Problem> unmapped(List<MappedField> fields, StructType columns) {
        if (!source.columns().isEmpty() && !format.completesMapping()) {
            return unmapped(fields);
        }
        if (!format.hasFixedColumns()) {
            return List.of();
        }
        return missing(fields)
                .map(field -> problem(
                        source.line(),
                        "columns",
                        "the files have no column " + field.name() + ", which feed " + feed.name()
                                + " needs; they have " + names(columns) + ". Map it: columns: {" + field.name()
                                + ": <expression>}"))
                .toList();
    }

    private java.util.stream.Stream<Field> missing(List<MappedField> fields) {
        return feed.required().stream()
                .filter(field -> !field.name().equals(Mapping.TOOL))
                .filter(field -> source.columns().keySet().stream().noneMatch(field.name()::equalsIgnoreCase))
                .filter(field ->
                        fields.stream().noneMatch(mapped -> mapped.field().equals(field)));
    }

    private List<Problem> unknownColumns(MappedField field, StructType columns) {
        return unknownColumns(field.expression(), key("columns." + field.field().name()), field.line(), columns);
    }

    private List<Problem> unknownColumns(String expression, String key, int line, StructType columns) {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(Arrays.asList(columns.fieldNames()));
        return columns(expression).stream()
                .filter(name -> !known.contains(name))
                .map(name -> new Problem(
                        source.file(),
                        line,
                        key,
                        "'" + expression + "' names the column " + name + ", which the files do not have; they have "
                                + names(columns)
                                + Similar.to(name, known)
                                        .map(meant -> "; did you mean " + meant + "?")
                                        .orElse("")))
                .toList();
    }

    /** The mapped columns with the types of their expressions; what has no type is a problem. */
    private List<Cell> typed(List<MappedField> fields, StructType columns, List<Problem> problems) {
        List<Cell> cells = new ArrayList<>();
        for (MappedField field : fields) {
            typeOf(field, columns, problems).ifPresent(type -> {
                if (castable(type, field)) {
                    cells.add(new Cell(field, type, List.copyOf(columns(field.expression()))));
                } else {
                    problems.add(problem(
                            field.line(),
                            "columns." + field.field().name(),
                            "'" + field.expression() + "' is " + type.sql() + ", which cannot become "
                                    + field.field().type().sql()));
                }
            });
        }
        return cells;
    }

    private Optional<DataType> typeOf(MappedField field, StructType columns, List<Problem> problems) {
        if (field.bare().isPresent()) {
            return Arrays.stream(columns.fields())
                    .filter(column ->
                            column.name().equalsIgnoreCase(field.bare().get()))
                    .map(column -> column.dataType())
                    .findFirst();
        }
        return analysed(field.expression(), "columns." + field.field().name(), field.line(), columns, problems);
    }

    private void typedCondition(String condition, StructType columns, List<Problem> problems) {
        analysed(condition, "where", source.line(), columns, problems)
                .filter(type -> !type.sameType(DataTypes.BooleanType))
                .ifPresent(type -> problems.add(
                        problem(source.line(), "where", "'" + condition + "' is " + type.sql() + ", not a condition")));
    }

    private Optional<DataType> analysed(
            String expression, String key, int line, StructType columns, List<Problem> problems) {
        try {
            Dataset<Row> selected = selected(expression, columns);
            if (((org.apache.spark.sql.classic.Dataset<Row>) selected)
                                    .queryExecution()
                                    .analyzed()
                            instanceof Project project
                    && project.child().children().isEmpty()) {
                return Optional.of(selected.schema().fields()[0].dataType());
            }
            problems.add(problem(line, key, "'" + expression + "' does not give one value for each row"));
        } catch (AnalysisException failure) {
            problems.add(problem(line, key, "'" + expression + "': " + SparkMessages.oneLine(failure)));
        }
        return Optional.empty();
    }

    /** Spark, written in Scala, does not declare what it throws. */
    private Dataset<Row> selected(String expression, StructType columns) throws AnalysisException {
        return session.createDataFrame(List.<Row>of(), columns).select(expr(expression));
    }

    private static boolean castable(DataType given, MappedField field) {
        DataType wanted = field.field().type();
        return (wanted instanceof MapType && given instanceof StringType) || Cast.canAnsiCast(given, wanted);
    }

    /** Records that need not have every key: a key that none has is null. */
    private StructType withMissing(StructType columns, List<MappedField> fields) {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(Arrays.asList(columns.fieldNames()));
        StructType all = columns;
        for (MappedField field : fields) {
            for (String name : columns(field.expression())) {
                if (known.add(name)) {
                    all = all.add(name, DataTypes.StringType);
                }
            }
        }
        return all;
    }

    private Set<String> columns(String expression) {
        try {
            return Expressions.columns(expression);
        } catch (ParseException reportedElsewhere) {
            return Set.of();
        }
    }

    private Optional<String> bare(String expression) {
        try {
            return Expressions.bareColumn(expression);
        } catch (ParseException reportedElsewhere) {
            return Optional.empty();
        }
    }

    private Problem problem(int line, String key, String message) {
        return new Problem(source.file(), line, key(key), message);
    }

    private String key(String key) {
        return "sources." + source.name() + "." + key;
    }

    private static String names(StructType columns) {
        return String.join(", ", columns.fieldNames());
    }
}
