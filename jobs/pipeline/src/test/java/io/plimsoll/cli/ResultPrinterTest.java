package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.testing.LocalSpark;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ResultPrinterTest {

    @Test
    void aWideRowStandsUpright() {
        Dataset<Row> row =
                LocalSpark.session().sql("SELECT 'acme' AS agreement_id, 0.995D AS attained_net, null AS gap");
        StringWriter text = new StringWriter();

        ResultPrinter.printUpright(row, ResultFormat.table, new PrintWriter(text));

        assertThat(text.toString().lines())
                .containsExactly("agreement_id  acme", "------------  -----", "attained_net  0.995", "gap");
    }
}
