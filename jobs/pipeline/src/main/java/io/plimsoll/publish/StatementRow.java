package io.plimsoll.publish;

import io.plimsoll.contract.Field;
import io.plimsoll.gold.objectives.SlaStatement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** A row of {@link SlaStatement}, or the figures of which one is made. */
final class StatementRow {

    private StatementRow() {}

    /** What it is about, as one text. */
    static String subject(Row row) {
        return String.join(
                " ",
                SlaStatement.SUBJECT.stream()
                        .map(field -> String.valueOf(row.<Object>getAs(field.name())))
                        .toList());
    }

    /** What it is about and which revision, for a message. */
    static String called(Row sealed) {
        return subject(sealed) + " revision " + sealed.<Integer>getAs(SlaStatement.REVISION.name());
    }

    /** What a revision was computed from: equal values give equal figures. */
    static Object snapshot(Row sealed) {
        return List.of(versions(sealed), asOf(sealed), zone(sealed));
    }

    static Map<String, Long> versions(Row sealed) {
        return new TreeMap<>(sealed.getJavaMap(sealed.fieldIndex(SlaStatement.INPUT_VERSIONS.name())));
    }

    static LocalDate asOf(Row sealed) {
        return sealed.getAs("as_of");
    }

    static ZoneId zone(Row sealed) {
        return ZoneId.of(sealed.getAs(SlaStatement.ZONE.name()));
    }

    /** Each figure that differs, exactly: name, sealed and found value. Decimals are equal when they are the same number. */
    static List<String> differences(Row sealed, Row found) {
        List<String> differences = new ArrayList<>();
        for (Field field : SlaStatement.FIGURES) {
            Object was = sealed.getAs(field.name());
            Object is = found.getAs(field.name());
            if (!same(was, is)) {
                differences.add(field.name() + " was sealed as " + was + " and is " + is);
            }
        }
        return differences;
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal left && other instanceof BigDecimal right) {
            return left.compareTo(right) == 0;
        }
        return Objects.equals(one, other);
    }

    /** The row of a new revision. */
    static Row revision(
            Row figures,
            Optional<Row> before,
            String reason,
            Instant sealedAt,
            LocalDate asOf,
            ZoneId zone,
            Map<String, Long> versions) {
        Map<String, @Nullable Object> values = new HashMap<>();
        SlaStatement.SUBJECT.forEach(field -> values.put(field.name(), figures.getAs(field.name())));
        SlaStatement.FIGURES.forEach(field -> values.put(field.name(), figures.getAs(field.name())));
        values.put(SlaStatement.REVISION.name(), before.map(StatementRow::next).orElse(1));
        values.put(SlaStatement.SEALED_AT.name(), sealedAt);
        values.put(SlaStatement.REASON.name(), reason);
        values.put("as_of", asOf);
        values.put(SlaStatement.ZONE.name(), zone.getId());
        values.put(SlaStatement.INPUT_VERSIONS.name(), versions);
        before.ifPresent(old -> values.putAll(comparison(old, figures)));
        return RowFactory.create(SlaStatement.CONTRACT.fields().stream()
                .map(field -> values.get(field.name()))
                .toArray());
    }

    private static int next(Row before) {
        return before.<Integer>getAs(SlaStatement.REVISION.name()) + 1;
    }

    private static Map<String, @Nullable Object> comparison(Row old, Row figures) {
        Map<String, @Nullable Object> values = new HashMap<>();
        Double oldNet = old.getAs("attained_net");
        Double net = figures.getAs("attained_net");
        BigDecimal oldDue = old.getAs("credit_due");
        BigDecimal due = figures.getAs("credit_due");
        boolean sameCurrency = Objects.equals(old.getAs("credit_currency"), figures.getAs("credit_currency"));
        values.put(SlaStatement.OLD_STATUS.name(), old.getAs("status"));
        values.put(SlaStatement.OLD_ATTAINED_NET.name(), oldNet);
        values.put(SlaStatement.ATTAINED_NET_DIFFERENCE.name(), oldNet == null || net == null ? null : net - oldNet);
        values.put(SlaStatement.OLD_CREDIT_DUE.name(), oldDue);
        values.put(
                SlaStatement.CREDIT_DIFFERENCE.name(),
                oldDue == null || due == null || !sameCurrency ? null : due.subtract(oldDue));
        return values;
    }
}
