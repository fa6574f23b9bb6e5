package io.plimsoll.contract;

import java.util.List;
import java.util.Locale;

/** A table's page for people ({@code datasets/published/<table>.md}), generated from its declaration. */
public final class TablePage {

    private TablePage() {}

    /**
     * The page in Markdown.
     *
     * @param contract the table
     * @param reads tables that it is built from; empty when nothing of the lake is
     * @param readBy tables that are built from it
     */
    public static String of(TableContract contract, List<String> reads, List<String> readBy) {
        StringBuilder page = new StringBuilder();
        page.append("# ").append(contract.name()).append("\n\n");
        page.append(contract.grain()).append(".\n\n");
        page.append("| column | type | unit | null | meaning |\n|---|---|---|---|---|\n");
        for (Field field : contract.fields()) {
            page.append("| `")
                    .append(field.name())
                    .append("` | ")
                    .append(cell(field.type().sql().toLowerCase(Locale.ROOT)))
                    .append(" | ")
                    .append(cell(field.unit()))
                    .append(" | ")
                    .append(field.required() ? "" : "yes")
                    .append(" | ")
                    .append(cell(field.meaning()))
                    .append(" |\n");
        }
        page.append("\nKey: ").append(names(contract.key())).append(".\n");
        if (!contract.partitionedBy().isEmpty()) {
            page.append("Partitioned by: ")
                    .append(names(contract.partitionedBy()))
                    .append(".\n");
        }
        page.append("Reads: ").append(names(reads)).append(".\n");
        page.append("Read by: ").append(names(readBy)).append(".\n");
        for (Check check : contract.checks()) {
            page.append("\n- `")
                    .append(check.name())
                    .append("`: ")
                    .append(check.meaning())
                    .append(" (`")
                    .append(check.predicate())
                    .append("`)");
        }
        return page.append(contract.checks().isEmpty() ? "" : "\n").toString();
    }

    private static String names(List<String> names) {
        return names.isEmpty()
                ? "none"
                : String.join(", ", names.stream().map(name -> "`" + name + "`").toList());
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
