package io.plimsoll.publish;

import static org.apache.spark.sql.functions.lit;

import io.plimsoll.contract.Columns;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.objectives.AgreementScope;
import io.plimsoll.gold.objectives.SlaStatement;
import io.plimsoll.lake.Lake;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sealed statements: what closed periods came to, revision by revision, and whether it can still be recomputed. */
public final class Statements {

    private final Lake lake;
    private final Function<String, TableContract> contracts;

    /**
     * @param lake where the tables are
     * @param contracts contract of a table by its name
     */
    public Statements(Lake lake, Function<String, TableContract> contracts) {
        this.lake = lake;
        this.contracts = contracts;
    }

    /**
     * What a sealing did.
     *
     * @param first statements that were made for the first time
     * @param restated statements of which a further revision was made
     * @param unchanged statements that stand as they were sealed
     * @param vanished statements that are sealed and whose figure is no longer computed, in words
     */
    public record Sealed(int first, int restated, int unchanged, List<String> vanished) {}

    /**
     * What recomputing one revision gave.
     *
     * @param subject agreement, objective and revision, in words
     * @param problems the versions that are gone, or each figure that differs; empty when it was confirmed
     */
    public record Verified(String subject, List<String> problems) {}

    /**
     * Seals the closed periods of one length: revision 1 of what is stated for the first time, the next revision of what came
     * out differently. What is sealed is never changed.
     *
     * @param period the agreements' period
     * @param asOf the date of the run whose tables are stated
     * @param zone the organisation's calendar
     * @param sealedAt when
     * @param reason why a figure is restated; empty to name the tables that changed
     */
    public Sealed seal(StatementPeriod period, LocalDate asOf, ZoneId zone, Instant sealedAt, Optional<String> reason) {
        Map<String, Long> versions = new TreeMap<>();
        SlaStatement.inputs().forEach(input -> versions.put(input, lake.version(input)));
        Map<String, Row> newest = newest(period);
        List<Row> appended = new ArrayList<>();
        int first = 0;
        int unchanged = 0;
        for (Row figures : figures(period, versions, asOf, zone)) {
            Optional<Row> before = Optional.ofNullable(newest.remove(StatementRow.subject(figures)));
            if (before.isPresent()
                    && StatementRow.differences(before.get(), figures).isEmpty()) {
                unchanged++;
                continue;
            }
            first += before.isPresent() ? 0 : 1;
            String why = before.map(old -> reason.orElseGet(() -> changed(old, versions, period)))
                    .orElse("first statement");
            appended.add(StatementRow.revision(figures, before, why, sealedAt, asOf, zone, versions));
        }
        if (!appended.isEmpty()) {
            lake.append(
                    SlaStatement.CONTRACT, lake.session().createDataFrame(appended, SlaStatement.CONTRACT.schema()));
        }
        return new Sealed(first, appended.size() - first, unchanged, List.copyOf(newest.keySet()));
    }

    /** Recomputes every sealed revision of a period from the table versions that it names; one result a revision. */
    public List<Verified> verify(StatementPeriod period) {
        Map<Object, List<Row>> bySnapshot = new LinkedHashMap<>();
        for (Row stated : revisions(period)) {
            bySnapshot
                    .computeIfAbsent(StatementRow.snapshot(stated), snapshot -> new ArrayList<>())
                    .add(stated);
        }
        List<Verified> results = new ArrayList<>();
        bySnapshot.values().forEach(revisions -> results.addAll(verify(period, revisions)));
        return results;
    }

    private List<Verified> verify(StatementPeriod period, List<Row> revisions) {
        Row any = revisions.get(0);
        Map<String, Long> versions = StatementRow.versions(any);
        List<String> gone = new ArrayList<>();
        versions.forEach(
                (table, version) -> lake.gone(contracts.apply(table), version).ifPresent(gone::add));
        if (!gone.isEmpty()) {
            return revisions.stream()
                    .map(stated -> new Verified(StatementRow.called(stated), gone))
                    .toList();
        }
        Map<String, Row> recomputed = new HashMap<>();
        figures(period, versions, StatementRow.asOf(any), StatementRow.zone(any))
                .forEach(row -> recomputed.put(StatementRow.subject(row), row));
        return revisions.stream()
                .map(stated -> new Verified(
                        StatementRow.called(stated),
                        Optional.ofNullable(recomputed.get(StatementRow.subject(stated)))
                                .map(row -> StatementRow.differences(stated, row))
                                .orElse(List.of("the recomputation gives no such row"))))
                .toList();
    }

    /** Every sealed revision of a period, by agreement, objective and revision. */
    public Dataset<Row> of(StatementPeriod period) {
        return lake.read(SlaStatement.CONTRACT)
                .where(AgreementScope.PERIOD_START
                        .col()
                        .equalTo(lit(period.start()))
                        .and(AgreementScope.PERIOD_END.col().equalTo(lit(period.end()))))
                .orderBy(
                        AgreementScope.AGREEMENT_ID.col(),
                        AgreementScope.OBJECTIVE_ID.col(),
                        AgreementScope.IN_FORCE_FROM.col(),
                        SlaStatement.REVISION.col());
    }

    private List<Row> revisions(StatementPeriod period) {
        return of(period).collectAsList();
    }

    private Map<String, Row> newest(StatementPeriod period) {
        Map<String, Row> newest = new TreeMap<>();
        revisions(period).forEach(row -> newest.put(StatementRow.subject(row), row));
        return newest;
    }

    private List<Row> figures(StatementPeriod period, Map<String, Long> versions, LocalDate asOf, ZoneId zone) {
        Inputs pinned = name -> lake.readAt(contracts.apply(name), Objects.requireNonNull(versions.get(name), name));
        NavigableSet<LocalDate> start = new TreeSet<>(List.of(period.start()));
        return SlaStatement.figures(pinned, new Parameters(asOf, zone, Optional.of(start)), period.end())
                .orderBy(Columns.of(SlaStatement.SUBJECT))
                .collectAsList();
    }

    /** The tables whose rows for the period changed since a revision was sealed, with the days where they are known. */
    private String changed(Row revision, Map<String, Long> versions, StatementPeriod period) {
        List<String> changed = new ArrayList<>();
        StatementRow.versions(revision).forEach((table, before) -> {
            long now = versions.getOrDefault(table, Lake.ABSENT);
            if (now != before) {
                changes(table, before, now, period).ifPresent(changed::add);
            }
        });
        return changed.isEmpty() ? "the computation itself changed" : String.join("; ", changed);
    }

    /** The UTC days beside the period are named where none inside changed: a zone may count hours of them to it. */
    private Optional<String> changes(String table, long before, long now, StatementPeriod period) {
        Optional<NavigableSet<LocalDate>> days =
                lake.changes(contracts.apply(table), before, now).dates();
        if (days.isEmpty()) {
            return Optional.of(table + " changed");
        }
        NavigableSet<LocalDate> inside = days.get().subSet(period.start(), true, period.end(), false);
        NavigableSet<LocalDate> near =
                inside.isEmpty() ? days.get().subSet(period.start().minusDays(1), true, period.end(), true) : inside;
        return near.isEmpty() ? Optional.empty() : Optional.of(table + " changed on " + span(near));
    }

    private static String span(NavigableSet<LocalDate> days) {
        return days.size() == 1
                ? days.first().toString()
                : days.size() + " days from " + days.first() + " to " + days.last();
    }
}
