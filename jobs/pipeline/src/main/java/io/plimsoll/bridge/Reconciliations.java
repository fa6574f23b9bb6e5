package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.udf;

import io.plimsoll.statistics.timeline.Interval;
import io.plimsoll.statistics.timeline.Reconciliation;
import io.plimsoll.statistics.timeline.Reconciliation.Account;
import io.plimsoll.statistics.timeline.Reconciliation.Pair;
import io.plimsoll.statistics.timeline.Timeline;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The sources' accounts of one service and month, compared; see {@link Reconciliation}.
 *
 * <p>Input fields: {@code from, to, maintenance (array of from, to), accounts (array of source, kind, probe_seconds,
 * availability, pieces (array of from, to, state))}. A kind says what the pieces are: {@code state} (what was watched, with
 * its state), {@code outages} (of a record that watched all the time), {@code charges} (hours that were charged), or nothing for
 * a {@code figure}. Instants are epoch seconds.
 */
public final class Reconciliations {

    /** A stretch on which the accounts contradict each other. */
    public static final DataType DISAGREEMENT = new StructType()
            .add("from_at", DataTypes.TimestampType, false)
            .add("to_at", DataTypes.TimestampType, false)
            .add("seen_down_by", DataTypes.createArrayType(DataTypes.StringType, false), false)
            .add("seen_up_by", DataTypes.createArrayType(DataTypes.StringType, false), false);

    private static final DataType BY_SOURCE =
            DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType, false);

    private static final StructType RESULT = new StructType()
            .add("availability", BY_SOURCE, false)
            .add("maintenance_outage_minutes", BY_SOURCE, false)
            .add("maintenance_minutes", DataTypes.DoubleType, false)
            .add("spread_minutes", DataTypes.DoubleType, true)
            .add("tolerance_minutes", DataTypes.DoubleType, true)
            .add("agrees", DataTypes.BooleanType, true)
            .add("lowest_source", DataTypes.StringType, true)
            .add("highest_source", DataTypes.StringType, true)
            .add("explanation", DataTypes.StringType, true)
            .add("disagreeing_intervals", DataTypes.createArrayType(DISAGREEMENT, false), false);

    private static final double MINUTE = 60;
    /** Figures are published with two decimals of a percent at least. */
    private static final int LEAST_DECIMALS = 4;
    /** Tickets are typed to the minute. */
    private static final double TYPED_SECONDS = 60;

    private static final UserDefinedFunction COMPARED = udf((UDF1<Row, Row>) Reconciliations::compared, RESULT);

    private Reconciliations() {}

    /** The comparison as a struct of the fields above. */
    public static Column of(Column month) {
        return COMPARED.apply(month);
    }

    private static Row compared(Row month) {
        Timeline period = Timeline.of(month.<Long>getAs("from"), month.<Long>getAs("to"));
        Timeline maintenance =
                timeline(month.getList(month.fieldIndex("maintenance")), null).intersect(period);
        List<Account> accounts = new ArrayList<>();
        for (Row account : month.<Row>getList(month.fieldIndex("accounts"))) {
            account(account, period).ifPresent(accounts::add);
        }
        Map<String, Double> availability = new TreeMap<>();
        Map<String, Double> inMaintenance = new TreeMap<>();
        for (Account account : accounts) {
            add(account, period.subtract(maintenance), availability);
            Timeline outages = account.outages();
            if (outages != null) {
                inMaintenance.put(
                        account.source(), outages.intersect(maintenance).seconds() / MINUTE);
            }
        }
        Reconciliation reconciliation = Reconciliation.of(period, maintenance, accounts);
        return row(reconciliation, availability, inMaintenance, maintenance.seconds() / MINUTE);
    }

    private static void add(Account account, Timeline compared, Map<String, Double> availability) {
        Timeline watched = account.watched().intersect(compared);
        Timeline outages = account.outages();
        if (!watched.isEmpty()) {
            double down = outages == null
                    ? account.outageSeconds() / account.watched().seconds()
                    : (double) outages.intersect(compared).seconds() / watched.seconds();
            availability.put(account.source(), 1 - down);
        }
    }

    private static Row row(
            Reconciliation reconciliation,
            Map<String, Double> availability,
            Map<String, Double> inMaintenance,
            double maintenanceMinutes) {
        Optional<Pair> worst = reconciliation.worst();
        boolean agrees = worst.map(Pair::agrees).orElse(true);
        List<Row> intervals = agrees
                ? List.of()
                : reconciliation.disagreements().stream()
                        .map(Reconciliations::row)
                        .toList();
        return RowFactory.create(
                availability,
                inMaintenance,
                maintenanceMinutes,
                worst.map(pair -> pair.differenceSeconds() / MINUTE).orElse(null),
                worst.map(pair -> pair.toleranceSeconds() / MINUTE).orElse(null),
                worst.map(Pair::agrees).orElse(null),
                worst.map(pair -> pair.higher().source()).orElse(null),
                worst.map(pair -> pair.lower().source()).orElse(null),
                worst.flatMap(Reconciliations::explanation).orElse(null),
                intervals);
    }

    private static Optional<String> explanation(Pair pair) {
        String lower = pair.lower().source();
        String higher = pair.higher().source();
        return Reconciliation.omittedOutageThatExplains(pair)
                .map(outage -> lower + " equals what " + higher + " saw without its outage from "
                        + Instant.ofEpochSecond(outage.from()) + " to " + Instant.ofEpochSecond(outage.to())
                        + ": it leaves that one out")
                .or(() -> Reconciliation.newestOutagesThatExplain(pair)
                        .map(newest -> lower + " equals the newest " + newest.counted() + " of the " + newest.outages()
                                + " outages that " + higher + " saw: it leaves out the older ones"));
    }

    private static Row row(Reconciliation.Disagreement stretch) {
        return RowFactory.create(
                Instant.ofEpochSecond(stretch.from()),
                Instant.ofEpochSecond(stretch.to()),
                stretch.down(),
                stretch.up());
    }

    private static Optional<Account> account(Row account, Timeline period) {
        String source = account.getAs("source");
        double probe = account.<Long>getAs("probe_seconds");
        List<Row> pieces = account.getList(account.fieldIndex("pieces"));
        return Optional.of(
                        switch (account.<String>getAs("kind")) {
                            case "state" ->
                                Account.of(
                                        source,
                                        timeline(pieces, null).intersect(period),
                                        timeline(pieces, "PROBLEM"),
                                        probe,
                                        0);
                            case "outages" -> Account.of(source, period, timeline(pieces, null), probe, TYPED_SECONDS);
                            case "charges" ->
                                charged(source, timeline(pieces, null).intersect(period), probe);
                            default -> figure(source, period, account.getAs("availability"));
                        })
                .filter(each -> !each.watched().isEmpty());
    }

    /** What was not charged between the first and the last charge did not run. */
    private static Account charged(String source, Timeline charges, double probe) {
        List<Interval> intervals = charges.intervals();
        if (intervals.isEmpty()) {
            return Account.of(source, Timeline.empty(), Timeline.empty(), probe, 0);
        }
        Timeline hull = Timeline.of(
                intervals.get(0).from(), intervals.get(intervals.size() - 1).to());
        return Account.of(source, hull, hull.subtract(charges), probe, 0);
    }

    /** Half a unit of the last decimal that is written. */
    private static Account figure(String source, Timeline period, BigDecimal availability) {
        int decimals =
                Math.max(LEAST_DECIMALS, availability.stripTrailingZeros().scale());
        return Account.ofFigure(source, period, availability.doubleValue(), 0.5 * Math.pow(10, -decimals));
    }

    private static Timeline timeline(List<Row> pieces, @Nullable String state) {
        List<Interval> intervals = new ArrayList<>();
        for (Row piece : pieces) {
            if (state == null || state.equals(piece.<String>getAs("state"))) {
                intervals.add(new Interval(piece.<Long>getAs("from"), piece.<Long>getAs("to")));
            }
        }
        return Timeline.of(intervals);
    }
}
