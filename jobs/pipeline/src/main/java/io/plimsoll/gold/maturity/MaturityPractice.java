package io.plimsoll.gold.maturity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.plimsoll.bridge.PracticeRatings;
import io.plimsoll.bridge.TableQuery;
import io.plimsoll.config.Practice;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.ContractViolation;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.catalogue.PracticeTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import io.plimsoll.statistics.maturity.Rating;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a scope (the enterprise, each business unit, each team), practice that is asked of it and run's date: how far the practice is followed, as
 * its evidence query counts it. The rating is that of the lower bound of a one-sided 90 % Wilson interval (Wilson 1927) of
 * numerator over denominator; weighted evidence counts as {@code (Σw)² / Σw²} things (Kish 1965). Too little or only stale
 * evidence is {@code not_evidenced}, never a pass.
 */
public final class MaturityPractice implements Table {

    public static final String NAME = "gold.maturity_practice";

    public static final Field SCOPE_KIND =
            Field.required("scope_kind", StringType, "enterprise, business_unit or team");
    public static final Field SCOPE_ID =
            Field.required("scope_id", StringType, "the unit's or team's name; enterprise for the whole");
    public static final Field NUMERATOR =
            Field.required("numerator", DoubleType, "what fulfils the practice, things or their weights");
    public static final Field DENOMINATOR =
            Field.required("denominator", DoubleType, "what was asked, in the same unit");
    public static final Field EVIDENCE_ROWS =
            Field.required("evidence_rows", LongType, "rows", "rows that the evidence query counts for the scope");
    public static final Field EFFECTIVE_ROWS = Field.optional(
            "effective_rows",
            DoubleType,
            "rows",
            "how many rows of one weight say as much: (Σw)² / Σw²; null without evidence");
    public static final Field ATTAINED_RATIO =
            Field.optional("attained_ratio", DoubleType, "ratio", "numerator / denominator; null without evidence");
    public static final Field LOWER_BOUND = Field.optional(
            "lower_bound",
            DoubleType,
            "ratio",
            "lower end of the one-sided 90 % Wilson interval; null without evidence");
    public static final Field RATING = Field.required(
            "rating",
            StringType,
            "N, P, L or F (not, partially, largely, fully achieved), or not_evidenced (too little, or stale)");
    public static final Field EVIDENCE_QUERY = Field.required(
            "evidence_query",
            StringType,
            "query for 'plimsoll sql' that returns the counted rows; for an earlier date with --inputs-of gold.maturity_practice=DATE");
    public static final Field NEWEST_EVIDENCE_ON =
            Field.optional("newest_evidence_on", DateType, "day of the newest evidence; null without any");
    public static final Field STALE_SINCE = Field.optional(
            "stale_since",
            DateType,
            "day from which the newest evidence is too old to say anything; null while it is not");
    public static final Field AS_OF = Field.required("as_of", DateType, "the run's date");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a scope, practice and run's date: how far the practice is followed, from evidence")
            .withFields(
                    SCOPE_KIND,
                    SCOPE_ID,
                    PracticeTable.PRACTICE_ID,
                    PracticeTable.AREA,
                    PracticeTable.LEVEL,
                    PracticeTable.EFFORT,
                    NUMERATOR,
                    DENOMINATOR,
                    EVIDENCE_ROWS,
                    EFFECTIVE_ROWS,
                    ATTAINED_RATIO,
                    LOWER_BOUND,
                    RATING,
                    EVIDENCE_QUERY,
                    NEWEST_EVIDENCE_ON,
                    STALE_SINCE,
                    AS_OF)
            .withKey(SCOPE_KIND, SCOPE_ID, PracticeTable.PRACTICE_ID, AS_OF)
            .withChecks(
                    new Check(
                            "numerator_within_denominator",
                            "numerator >= 0 AND numerator <= denominator",
                            "0 <= numerator <= denominator"),
                    new Check(
                            "rating_known",
                            "rating IN ('N', 'P', 'L', 'F', 'not_evidenced')",
                            "a rating is one of the five"))
            .withPartitions(AS_OF);

    private static final String TEAMS = "silver.team";
    private static final String UNITS = "silver.business_unit";
    private static final String ENTERPRISE = Practice.SCOPES.get(0);
    private static final String UNIT = Practice.SCOPES.get(1);
    private static final String TEAM = Practice.SCOPES.get(2);
    private static final String SQUARES = "squares";

    private final List<Practice> practices;
    private final List<String> inputs;

    /** @param practices the maturity model, each with a query that can be read */
    public MaturityPractice(List<Practice> practices) {
        this.practices = List.copyOf(practices);
        TreeSet<String> read = new TreeSet<>(List.of(PracticeTable.NAME, ServiceTable.NAME, TEAMS, UNITS));
        practices.forEach(
                practice -> read.addAll(PracticeEvidence.ofAnyRun(practice).tables()));
        this.inputs = List.copyOf(read);
    }

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return inputs;
    }

    @Override
    public Recompute recompute() {
        return Recompute.asOf();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Inputs opened = inputs.openedOnce();
        Map<String, String> queries = queries(opened, parameters);
        List<Dataset<Row>> answers = queries.entrySet().stream()
                .map(asked -> TableQuery.of(asked.getValue())
                        .over(opened)
                        .withColumn(PracticeTable.PRACTICE_ID.name(), lit(asked.getKey())))
                .toList();
        return rated(together(answers), opened, parameters)
                .withColumn(EVIDENCE_QUERY.name(), query(queries))
                .select(CONTRACT.columns());
    }

    /** All rows. Halves are put together of halves: Spark analyses what was put together before with each further part. */
    private static Dataset<Row> together(List<Dataset<Row>> answers) {
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("a maturity model has at least one practice");
        }
        int half = answers.size() / 2;
        return half == 0
                ? answers.get(0)
                : together(answers.subList(0, half)).unionByName(together(answers.subList(half, answers.size())));
    }

    /** The query of each practice whose rows are counted, by the practice's id. */
    private Map<String, String> queries(Inputs inputs, Parameters parameters) {
        Map<String, String> queries = new LinkedHashMap<>();
        practices.forEach(practice -> queries.put(practice.id(), query(practice, inputs, parameters)));
        return queries;
    }

    /** A query that cannot be answered stops this table alone, in a line that names it. */
    private static String query(Practice practice, Inputs inputs, Parameters parameters) {
        try {
            return PracticeEvidence.of(practice, parameters).query(inputs);
        } catch (Exception failure) {
            throw new ContractViolation(practice.file() + ":" + practice.line() + ": " + practice.id() + ".evidence: "
                    + PracticeCheck.explained(failure));
        }
    }

    /**
     * Every scope and practice that is asked of its kind, rated.
     *
     * @param evidence what the practices' queries count, with the {@code practice_id} that each row is counted for
     */
    static Dataset<Row> rated(Dataset<Row> evidence, Inputs inputs, Parameters parameters) {
        Dataset<Row> asked = scopes(inputs)
                .join(
                        inputs.table(PracticeTable.NAME),
                        array_contains(PracticeTable.SCOPES.col(), SCOPE_KIND.col()),
                        "inner");
        return ratings(
                asked.join(counted(evidence), Names.of(SCOPE_KIND, SCOPE_ID, PracticeTable.PRACTICE_ID), "left"),
                parameters);
    }

    /** The enterprise, and every unit and team that the catalogue ever named. */
    private static Dataset<Row> scopes(Inputs inputs) {
        Dataset<Row> units = inputs.table(UNITS).select(lit(UNIT).as(SCOPE_KIND.name()), col("business_unit_id"));
        Dataset<Row> teams = inputs.table(TEAMS).select(lit(TEAM).as(SCOPE_KIND.name()), col("team_id"));
        return units.union(teams)
                .toDF(SCOPE_KIND.name(), SCOPE_ID.name())
                .distinct()
                .union(inputs.table(PracticeTable.NAME)
                        .select(
                                lit(ENTERPRISE).as(SCOPE_KIND.name()),
                                lit(ENTERPRISE).as(SCOPE_ID.name()))
                        .distinct());
    }

    /** Sums by scope: a thing counts for the enterprise, and for the unit and the team to which it belongs. */
    private static Dataset<Row> counted(Dataset<Row> evidence) {
        Column weight = col(PracticeEvidence.WEIGHT);
        return evidence.withColumn(
                        "scope",
                        explode(array(
                                scope(ENTERPRISE, lit(ENTERPRISE)),
                                scope(UNIT, col(PracticeEvidence.UNIT)),
                                scope(TEAM, col(PracticeEvidence.TEAM)))))
                .select(col("*"), col("scope.*"))
                .groupBy(SCOPE_KIND.col(), SCOPE_ID.col(), PracticeTable.PRACTICE_ID.col())
                .agg(
                        sum(when(col(PracticeEvidence.COUNTED), weight).otherwise(lit(0.0)))
                                .as(NUMERATOR.name()),
                        sum(weight).as(DENOMINATOR.name()),
                        sum(weight.multiply(weight)).as(SQUARES),
                        count(lit(1)).as(EVIDENCE_ROWS.name()),
                        max(PracticeEvidence.EVIDENCED_ON).as(NEWEST_EVIDENCE_ON.name()));
    }

    private static Column scope(String kind, Column id) {
        return struct(lit(kind).as(SCOPE_KIND.name()), id.as(SCOPE_ID.name()));
    }

    private static Dataset<Row> ratings(Dataset<Row> rows, Parameters parameters) {
        Column asOf = lit(parameters.asOf());
        Column hasEvidence = DENOMINATOR.col().gt(0);
        Column staleFrom = date_add(NEWEST_EVIDENCE_ON.col(), PracticeTable.STALE_DAYS.col());
        Column judged = EVIDENCE_ROWS
                .col()
                .geq(PracticeTable.MINIMUM_EVIDENCE.col())
                .and(hasEvidence)
                .and(STALE_SINCE.col().isNull());
        return rows.withColumn(NUMERATOR.name(), coalesce(NUMERATOR.col(), lit(0.0)))
                .withColumn(DENOMINATOR.name(), coalesce(DENOMINATOR.col(), lit(0.0)))
                .withColumn(EVIDENCE_ROWS.name(), coalesce(EVIDENCE_ROWS.col(), lit(0L)))
                .withColumn(
                        ATTAINED_RATIO.name(), when(hasEvidence, NUMERATOR.col().divide(DENOMINATOR.col())))
                .withColumn(
                        EFFECTIVE_ROWS.name(),
                        when(
                                hasEvidence,
                                DENOMINATOR.col().multiply(DENOMINATOR.col()).divide(col(SQUARES))))
                .withColumn(
                        LOWER_BOUND.name(),
                        when(hasEvidence, PracticeRatings.lowerBound(ATTAINED_RATIO.col(), EFFECTIVE_ROWS.col())))
                .withColumn(STALE_SINCE.name(), when(staleFrom.lt(asOf), staleFrom))
                .withColumn(
                        RATING.name(),
                        when(
                                        judged,
                                        PracticeRatings.rating(
                                                LOWER_BOUND.col(),
                                                PracticeTable.PARTIALLY.col(),
                                                PracticeTable.LARGELY.col(),
                                                PracticeTable.FULLY.col()))
                                .otherwise(lit(Rating.NOT_EVIDENCED.code())))
                .withColumn(AS_OF.name(), asOf);
    }

    /** The query that was counted; for a unit or team, those of its rows that belong to it. */
    private static Column query(Map<String, String> queries) {
        Column[] entries = queries.entrySet().stream()
                .flatMap(asked -> Stream.of(lit(asked.getKey()), lit(asked.getValue())))
                .toArray(Column[]::new);
        Column whole = try_element_at(map(entries), PracticeTable.PRACTICE_ID.col());
        Column owner =
                when(SCOPE_KIND.col().equalTo(UNIT), PracticeEvidence.UNIT).otherwise(PracticeEvidence.TEAM);
        Column literal = regexp_replace(SCOPE_ID.col(), lit("(['\\\\])"), lit("\\\\$1"));
        Column part = concat(
                lit("SELECT * FROM (\n"), whole, lit("\n) AS owned WHERE "), owner, lit(" = '"), literal, lit("'"));
        return coalesce(
                when(SCOPE_KIND.col().equalTo(ENTERPRISE), whole).otherwise(part), PracticeTable.EVIDENCE.col());
    }
}
