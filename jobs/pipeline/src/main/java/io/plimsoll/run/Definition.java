package io.plimsoll.run;

import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** A fingerprint of what a table is made from besides its inputs: when it differs from the last run's, the table is rebuilt. */
final class Definition {

    private Definition() {}

    /** Of a computed table: its declaration. */
    static String of(Table table) {
        return digest(table.contract() + "|" + table.inputs() + "|" + table.recompute());
    }

    /** Of a table of declarations: its contract and what people declared, in any order. */
    static String of(TableContract contract, List<Row> rows) {
        return digest(
                contract + "|" + rows.stream().map(Definition::text).sorted().toList());
    }

    /** Equal values give equal text in every process; an array's own text would be its address. */
    private static String text(@Nullable Object value) {
        if (value instanceof Row row) {
            StringBuilder text = new StringBuilder("(");
            for (int i = 0; i < row.size(); i++) {
                text.append(text(row.get(i))).append(',');
            }
            return text.append(')').toString();
        }
        if (value instanceof Object[] array) {
            return text(Arrays.asList(array));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Definition::text).toList().toString();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put(text(key), text(each)));
            return sorted.toString();
        }
        return String.valueOf(value);
    }

    private static String digest(String declared) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(declared.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
