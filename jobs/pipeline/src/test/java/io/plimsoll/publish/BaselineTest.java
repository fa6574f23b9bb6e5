package io.plimsoll.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.lake.Lake;
import io.plimsoll.lake.Views;
import io.plimsoll.run.AllTables;
import io.plimsoll.testing.LocalSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's golden rows, {@code datasets/baselines}: {@code .ci/run} holds a demo run against them, this only what they stand on. */
class BaselineTest {

    private static final Path FOLDER = Path.of(System.getProperty("plimsoll.root", "."), "datasets", "baselines");

    @Test
    void theQueryOfTheGoldenRowsCanBeAnsweredByThePublishedTables(@TempDir Path root) throws Exception {
        Lake nothing = new Lake(LocalSpark.session(), root.toString());

        Dataset<Row> rows = new Views(nothing, AllTables.graph().contracts())
                .query(Files.readString(FOLDER.resolve("demo.sql")), Map.of());

        assertThat(String.join(",", rows.columns()))
                .isEqualTo(Files.readAllLines(FOLDER.resolve("demo.csv")).get(0));
    }
}
