package io.plimsoll.testing;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * A table as text: a line of column names, then a line a row, cells between bars. An empty cell is null; what is no column of the
 * text is null where the contract allows it, else the type's plainest value. Times are UTC, {@code 2026-03-01 10:00}; arrays, maps
 * and structs are YAML.
 */
public final class TextTable {

    private TextTable() {}

    /** The cells of each row by column, as they are written. */
    public static List<Map<String, String>> cells(String text) {
        List<String> lines = text.strip().lines().toList();
        List<String> columns = split(lines.get(0));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = split(line);
            if (cells.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "'" + line + "' has " + cells.size() + " cells for the columns " + columns);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(columns.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** The rows of a table by its contract. */
    public static List<Map<String, Object>> rows(TableContract contract, String text) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, String> cells : cells(text)) {
            Map<String, Object> row = plainest(contract);
            cells.forEach((column, cell) -> put(row, contract.field(column), cell));
            rows.add(row);
        }
        return rows;
    }

    private static void put(Map<String, Object> row, Field field, String cell) {
        if (cell.isEmpty()) {
            row.remove(field.name());
        } else {
            row.put(field.name(), value(field.type(), cell));
        }
    }

    private static Map<String, Object> plainest(TableContract contract) {
        Map<String, Object> row = new HashMap<>();
        for (Field field : contract.fields()) {
            if (field.required()) {
                row.put(field.name(), plainest(field.type()));
            }
        }
        return row;
    }

    private static Object plainest(DataType type) {
        if (type instanceof ArrayType) {
            return new Object[0];
        }
        if (type instanceof MapType) {
            return Map.of();
        }
        return switch (type.typeName()) {
            case "string" -> "any";
            case "boolean" -> false;
            case "date" -> LocalDate.EPOCH;
            case "timestamp" -> Instant.EPOCH;
            default -> value(type, "0");
        };
    }

    private static Object value(DataType type, String cell) {
        if (type instanceof ArrayType || type instanceof MapType || type instanceof StructType) {
            return nested(type, new Yaml().load(cell));
        }
        if (type instanceof DecimalType) {
            return new BigDecimal(cell);
        }
        return switch (type.typeName()) {
            case "string" -> cell;
            case "boolean" -> truth(cell);
            case "integer" -> Integer.valueOf(cell);
            case "long" -> Long.valueOf(cell);
            case "double" -> Double.valueOf(cell);
            case "date" -> LocalDate.parse(cell);
            case "timestamp" -> instant(cell);
            default -> throw new IllegalArgumentException("a text table has no " + type.typeName());
        };
    }

    private static Object nested(DataType type, Object read) {
        if (type instanceof ArrayType array) {
            return ((List<?>) read)
                    .stream()
                            .map(element -> nested(array.elementType(), element))
                            .toArray();
        }
        if (type instanceof MapType map) {
            Map<Object, Object> values = new LinkedHashMap<>();
            ((Map<?, ?>) read).forEach((key, value) -> values.put(String.valueOf(key), nested(map.valueType(), value)));
            return values;
        }
        if (type instanceof StructType struct) {
            List<@Nullable Object> values = new ArrayList<>();
            for (StructField field : struct.fields()) {
                Object value = ((Map<?, ?>) read).get(field.name());
                values.add(value == null ? null : nested(field.dataType(), value));
            }
            return RowFactory.create(values.toArray());
        }
        return value(type, String.valueOf(read));
    }

    private static boolean truth(String cell) {
        return switch (cell) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("'" + cell + "' is neither yes nor no");
        };
    }

    private static Instant instant(String cell) {
        return cell.length() == 10
                ? LocalDate.parse(cell).atStartOfDay().toInstant(ZoneOffset.UTC)
                : LocalDateTime.parse(cell.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    private static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }
}
