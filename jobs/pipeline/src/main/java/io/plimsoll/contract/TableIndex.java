package io.plimsoll.contract;

import java.util.List;
import java.util.Map;

/** The list of all tables for people ({@code datasets/published/README.md}), generated from their declarations. */
public final class TableIndex {

    private static final String INTRODUCTION = """
            # Published tables

            Generated from the declarations in the code, as are the pages and data contracts beside this one: do not edit them,
            `CONTRIBUTING.md` says how they are made. Analysts read `gold`, and `silver` for the facts behind a figure. `ops` says
            what was ingested and computed, `bronze` what was delivered and what was rejected.

            Instants are UTC. A day is a UTC day where its unit says so, else a day of the zone that its meaning names. Ratios of a
            part to its whole lie in [0,1]. What null means stands in the column's meaning.
            """;

    private TableIndex() {}

    /**
     * The page in Markdown.
     *
     * @param sections headings and the tables under each, in the order wanted
     */
    public static String of(Map<String, List<TableContract>> sections) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        sections.forEach((heading, contracts) -> {
            page.append("\n## ").append(heading).append("\n\n| table | grain |\n|---|---|\n");
            contracts.forEach(contract -> page.append("| [%s](%s.md) | %s |\n"
                    .formatted(
                            contract.name(), contract.name(), contract.grain().replace("|", "\\|"))));
        });
        return page.toString();
    }
}
