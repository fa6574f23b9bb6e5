package io.plimsoll.contract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A table's page for people ({@code datasets/published/<layer>.<table>.md}), generated from its declaration. */
public final class TablePage {

    private TablePage() {}

    /**
     * The page in Markdown.
     *
     * @param contract the table
     * @param built how a run builds it; empty for a table that ingestion, the catalogue or a run itself writes
     * @param readBy tables that are built from it
     */
    public static String of(TableContract contract, Optional<Table> built, List<String> readBy) {
        StringBuilder page = new StringBuilder();
        page.append("# ").append(contract.name()).append("\n\n");
        page.append(contract.grain()).append(".\n\n");
        page.append("| column | type | unit | null | meaning |\n|---|---|---|---|---|\n");
        contract.fields().forEach(field -> page.append(row(field)));
        page.append("\n- Key: ")
                .append(contract.key().isEmpty() ? "none, rows may repeat" : names(contract.key()))
                .append('\n');
        if (!contract.partitionedBy().isEmpty()) {
            page.append("- Partitioned by: ")
                    .append(names(contract.partitionedBy()))
                    .append('\n');
        }
        page.append("- Built from: ")
                .append(built.map(table -> links(table.inputs())).orElseGet(() -> writer(contract)))
                .append('\n');
        built.map(Table::recompute)
                .ifPresent(recompute -> page.append("- Recomputed: ")
                        .append(sentence(recompute))
                        .append('\n'));
        page.append("- Read by: ").append(links(readBy)).append('\n');
        page.append("- For tools: [data contract](").append(contract.name()).append(".odcs.yaml)\n");
        if (!contract.checks().isEmpty()) {
            page.append("\nNo row is written that breaks one of these checks:\n\n");
            contract.checks().forEach(check -> page.append(line(check)));
        }
        return page.toString();
    }

    private static String row(Field field) {
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        field.name(),
                        cell(type(field)),
                        cell(field.unit()),
                        field.required() ? "" : "yes",
                        cell(field.meaning()));
    }

    /** In code marks where it is more than a word; what is never null inside of it is of little use to a reader. */
    private static String type(Field field) {
        String type = field.type().sql().replace(" NOT NULL", "").toLowerCase(Locale.ROOT);
        return type.contains("<") ? "`" + type + "`" : type;
    }

    private static String line(Check check) {
        return "- `%s`: %s (`%s`)\n".formatted(check.name(), check.meaning(), check.predicate());
    }

    private static String writer(TableContract contract) {
        return switch (contract.layer()) {
            case "bronze" -> "the files of `landing/`, by ingestion";
            case "silver" -> "the documents of `catalog/` and the settings";
            default -> "what ingestion and runs did; they append to it";
        };
    }

    private static String sentence(Recompute recompute) {
        if (recompute instanceof Recompute.ByDay byDay) {
            return byDay.before() == 0 && byDay.after() == 0
                    ? "the days that a change of an input touches"
                    : "the days from %d before to %d after a day that a change of an input touches"
                            .formatted(byDay.before(), byDay.after());
        }
        return recompute instanceof Recompute.ByPeriod
                ? "the periods that a change of an input touches or that the run's date moves through"
                : "as a whole when an input changed; written only when a row differs";
    }

    private static String names(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String links(List<String> tables) {
        return tables.isEmpty()
                ? "none"
                : tables.stream()
                        .map(table -> "[%s](%s.md)".formatted(table, table))
                        .collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
