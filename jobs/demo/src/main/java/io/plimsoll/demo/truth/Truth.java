package io.plimsoll.demo.truth;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A figure that the pipeline must find.
 *
 * @param id unique in the workspace
 * @param dataset the table it stands in, as {@code gold.sla_compliance}
 * @param key the columns that name the row; a column that names several rows asks for their sum or count
 * @param expect values of columns, or of Spark SQL expressions over the row; counts and amounts exact, ratios (and sums of slice ratios) to 1e-9
 * @param sentence the same for people
 */
public record Truth(String id, String dataset, Map<String, Object> key, Map<String, Object> expect, String sentence) {

    public Truth {
        key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
        expect = Collections.unmodifiableMap(new LinkedHashMap<>(expect));
    }
}
