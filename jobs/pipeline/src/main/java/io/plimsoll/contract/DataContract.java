package io.plimsoll.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * A table's data contract for tools ({@code datasets/published/<layer>.<table>.odcs.yaml}) in the Open Data Contract Standard 3.1.0,
 * generated from its declaration.
 */
public final class DataContract {

    private static final String STANDARD = "v3.1.0";

    private DataContract() {}

    /** The contract as a YAML document. */
    public static String of(TableContract contract) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("apiVersion", STANDARD);
        document.put("kind", "DataContract");
        document.put(
                "id",
                UUID.nameUUIDFromBytes(contract.name().getBytes(StandardCharsets.UTF_8))
                        .toString());
        document.put("name", contract.name());
        document.put("version", "1.0.0");
        document.put("status", "active");
        document.put("domain", contract.layer());
        document.put("description", Map.of("purpose", contract.grain()));
        document.put("schema", List.of(table(contract)));
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        return new Yaml(options).dump(document);
    }

    private static Map<String, Object> table(TableContract contract) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("name", contract.table());
        table.put("logicalType", "object");
        table.put("physicalType", "table");
        table.put("physicalName", contract.name());
        table.put("description", contract.grain());
        table.put("dataGranularityDescription", contract.grain());
        List<Object> properties = new ArrayList<>();
        contract.fields().forEach(field -> properties.add(property(contract, field)));
        table.put("properties", properties);
        if (!contract.checks().isEmpty()) {
            List<Object> rules = new ArrayList<>();
            contract.checks().forEach(check -> rules.add(rule(contract, check)));
            table.put("quality", rules);
        }
        return table;
    }

    private static Map<String, Object> property(TableContract contract, Field field) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("name", field.name());
        property.putAll(typed(field.type()));
        property.put("description", field.meaning());
        property.put("required", field.required());
        position(property, "primaryKey", "primaryKeyPosition", contract.key().indexOf(field.name()));
        position(
                property,
                "partitioned",
                "partitionKeyPosition",
                contract.partitionedBy().indexOf(field.name()));
        if (!field.unit().isEmpty()) {
            property.put("customProperties", List.of(unit(field.unit())));
        }
        return property;
    }

    /** The type, and the types of what an array or struct holds. */
    private static Map<String, Object> typed(DataType type) {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("logicalType", logicalType(type));
        typed.put("physicalType", type.sql());
        if (type instanceof ArrayType array) {
            typed.put("items", typed(array.elementType()));
        } else if (type instanceof StructType struct) {
            List<Object> members = new ArrayList<>();
            for (StructField member : struct.fields()) {
                Map<String, Object> named = new LinkedHashMap<>();
                named.put("name", member.name());
                named.putAll(typed(member.dataType()));
                members.add(named);
            }
            typed.put("properties", members);
        }
        return typed;
    }

    /** In one order: a map without order is written in another one by every process. */
    private static Map<String, Object> unit(String unit) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("property", "unit");
        property.put("value", unit);
        return property;
    }

    private static void position(Map<String, Object> property, String flag, String position, int index) {
        if (index >= 0) {
            property.put(flag, true);
            property.put(position, index + 1);
        }
    }

    private static Map<String, Object> rule(TableContract contract, Check check) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("name", check.name());
        rule.put("description", check.meaning());
        rule.put("type", "sql");
        rule.put("query", "SELECT count(*) FROM " + contract.name() + " WHERE (" + check.predicate() + ") IS NOT TRUE");
        rule.put("mustBe", 0);
        return rule;
    }

    private static String logicalType(DataType type) {
        return switch (type.typeName().replaceAll("\\(.*", "")) {
            case "string" -> "string";
            case "date" -> "date";
            case "timestamp" -> "timestamp";
            case "integer", "long", "short", "byte" -> "integer";
            case "double", "float", "decimal" -> "number";
            case "boolean" -> "boolean";
            case "array" -> "array";
            case "map", "struct" -> "object";
            case "binary" -> "string";
            default -> throw new IllegalArgumentException("no logical type for " + type.sql());
        };
    }
}
