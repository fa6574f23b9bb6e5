package io.plimsoll.config;

import java.math.BigDecimal;
import java.util.List;

/**
 * A practice of service level management as an organisation rates it: a question to its records, and what the answer must be.
 *
 * @param id unique, such as {@code M3.1}
 * @param area the group of practices that it belongs to, such as {@code M3}
 * @param name the practice in words
 * @param level maturity level, 2 to 5, at which it is expected
 * @param effort what it takes to introduce it, relative to the others, 1 to 5
 * @param minimumEvidence rows below which it is not rated
 * @param staleDays days after which the newest evidence no longer says anything
 * @param scopes kinds of scope of which it is asked: enterprise, business_unit, team
 * @param partially ratio of the lower bound above which it is partially achieved
 * @param largely ratio of the lower bound above which it is largely achieved
 * @param fully ratio of the lower bound above which it is fully achieved
 * @param evidence Spark SQL over silver and gold tables, a row a thing that is counted; {@code :as_of} is the run's date,
 *     {@code :as_of_at} the instant at which it starts, {@code <table>_in_force} what of a catalogue's table is in force. Columns:
 *     item, counted (BOOLEAN: whether the thing fulfils the practice), service_id, evidenced_at; where wanted team_id,
 *     business_unit and weight
 * @param file the file that declares it
 * @param line line of the evidence in that file, counted from 1
 */
public record Practice(
        String id,
        String area,
        String name,
        int level,
        int effort,
        int minimumEvidence,
        int staleDays,
        List<String> scopes,
        BigDecimal partially,
        BigDecimal largely,
        BigDecimal fully,
        String evidence,
        String file,
        int line) {

    /** The kinds of scope that there are. */
    public static final List<String> SCOPES = List.of("enterprise", "business_unit", "team");

    public Practice {
        scopes = List.copyOf(scopes);
    }

    /** The practices of {@code conf/maturity.yaml} as they are delivered. */
    public static List<Practice> delivered() {
        PracticeReader reader = new PracticeReader();
        YamlFile.read(Defaults.MATURITY, Defaults.read(Defaults.MATURITY))
                .value()
                .forEach(reader::add);
        return reader.read();
    }
}
