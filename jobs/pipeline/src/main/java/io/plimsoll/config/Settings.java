package io.plimsoll.config;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of a workspace: its {@code plimsoll.yaml} over the defaults of {@code conf/plimsoll.yaml}.
 *
 * @param workspace where everything lies
 * @param zone the organisation's calendar
 * @param sources in the order of the file; the first one that has an indicator is its tool of record
 * @param spark settings of the Spark session, over those of {@code conf/spark}; secrets in them are still {@code ${env:NAME}}
 * @param practices the maturity model: {@code maturity.yaml} of the workspace over that of {@code conf}
 * @param scorecards weights and limits of the scorecards by path, such as {@code vendor.weights.cost}: {@code scorecards.yaml} of
 *     the workspace over that of {@code conf}
 */
public record Settings(
        Workspace workspace,
        ZoneId zone,
        List<SourceSettings> sources,
        Map<String, String> spark,
        List<Practice> practices,
        Map<String, BigDecimal> scorecards) {

    /** The file of a workspace that holds them. */
    public static final String FILE = "plimsoll.yaml";

    /** The file of a workspace that changes the maturity model. */
    public static final String MATURITY = "maturity.yaml";

    /** The file of a workspace that changes weights and limits of the scorecards. */
    public static final String SCORECARDS = "scorecards.yaml";

    /** Copies what it is given, in its order. */
    public Settings {
        sources = List.copyOf(sources);
        practices = List.copyOf(practices);
        scorecards = Map.copyOf(scorecards);
        spark = Collections.unmodifiableMap(new LinkedHashMap<>(spark));
    }

    /**
     * Loads the settings of a workspace on this machine, with the variables of this process. A source that is wrong is left
     * out; a missing file gives the defaults, and a problem.
     */
    public static Loaded<Settings> load(Workspace workspace) {
        return load(workspace, WorkspaceFiles.local(workspace), Environment.ofProcess());
    }

    /** Weights and limits of {@code conf/scorecards.yaml} as they are delivered. */
    public static Map<String, BigDecimal> deliveredScorecards() {
        ScorecardReader reader = new ScorecardReader();
        YamlFile.read(Defaults.SCORECARDS, Defaults.read(Defaults.SCORECARDS))
                .value()
                .forEach(reader::add);
        return reader.read();
    }

    /** Loads the settings of a workspace anywhere. */
    public static Loaded<Settings> load(Workspace workspace, WorkspaceFiles files, Environment environment) {
        return new SettingsReader(workspace, files, environment).read(Defaults.read(Defaults.SETTINGS));
    }
}
