package io.plimsoll.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.chart.SeriesChart;
import io.plimsoll.statistics.forecast.Domain;
import io.plimsoll.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileForecastTest {

    @TempDir
    private Path folder;

    /** 60 days of two shops, what follows is known; a third has a single day. */
    @Test
    void everySeriesOfACsvGetsItsStepsInOneFile() throws Exception {
        List<String> lines = new ArrayList<>(List.of("shop,day,sold"));
        for (int day = 59; day >= 0; day--) {
            lines.add("north," + LocalDate.of(2026, 1, 1).plusDays(day) + "," + sold(day));
            lines.add("south," + LocalDate.of(2026, 1, 1).plusDays(day) + "," + (day < 57 ? "" : "4"));
        }
        WantedColumns columns =
                new WantedColumns(List.of("shop"), Optional.of("day"), Optional.empty(), Optional.of("sold"));

        Optional<ForecastCharts> charts =
                Optional.of(new ForecastCharts(folder.resolve("charts").toString(), 2));
        lines.add("a b/c,2026-02-28,4");
        Map<String, Long> counts = forecast(write("sales.csv", lines), columns, "out.csv", charts);

        assertThat(counts).isEqualTo(Map.of("forecast", 1L, "insufficient_data", 2L));
        assertThat(folder.resolve("charts")).isDirectoryContaining("glob:**/001-a_b_c.png");
        assertThat(ImageIO.read(folder.resolve("charts/002-north.png").toFile()).getWidth())
                .isEqualTo(SeriesChart.WIDTH);
        assertThat(folder.resolve("charts/003-south.png"))
                .as("two were asked for")
                .doesNotExist();
        List<String> written = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(written).hasSize(1 + 3 * 7);
        assertThat(written.get(0))
                .isEqualTo("shop,step,ts,mean,lo80,hi80,lo95,hi95,model,backtest_mase,backtest_coverage95,status");
        for (int ahead = 1; ahead <= 7; ahead++) {
            String[] cells = written.get(7 + ahead).split(",", -1);
            assertThat(cells[2])
                    .startsWith(LocalDate.of(2026, 3, 1).plusDays(ahead).toString());
            assertThat((double) sold(59 + ahead)).isBetween(Double.valueOf(cells[6]), Double.valueOf(cells[7]));
        }
        assertThat(written.get(15)).isEqualTo("south,1,2026-03-02T00:00:00.000Z,,,,,,,,,insufficient_data");
    }

    @Test
    void aParquetOfNumberedStepsGivesAParquet() throws Exception {
        LocalSpark.session()
                .range(40)
                .selectExpr("'a' AS series_id", "id AS step", "CAST(5 AS DOUBLE) AS value")
                .write()
                .parquet(folder.resolve("in.parquet").toString());

        forecast(folder.resolve("in.parquet"), WantedColumns.USUAL, "out.parquet");

        List<Row> rows = LocalSpark.session()
                .read()
                .parquet(folder.resolve("out.parquet").toString())
                .collectAsList();
        assertThat(rows).hasSize(7);
        assertThat(rows.get(6).<Integer>getAs("step")).isEqualTo(7);
        assertThat(rows.get(6).<Instant>getAs("ts")).isNull();
        assertThat(rows.get(6).<Double>getAs("mean")).isEqualTo(5);
    }

    @Test
    void columnsThatAreNotThereAreNamedTogether() throws IOException {
        Path file = write("x.csv", List.of("series_id,time,valu", "a,2026-01-01,1"));

        assertThatThrownBy(() -> forecast(file, WantedColumns.USUAL, "out.csv"))
                .isInstanceOf(WrongSeries.class)
                .hasMessage(
                        "there is neither a column ts nor a column step among series_id, time, valu; name the one that says"
                                + " when by --time or --step" + System.lineSeparator()
                                + "there is no column value among series_id, time, valu; name it by --value; did you mean"
                                + " 'valu'?");
    }

    @Test
    void anEmptyFileIsCalledEmpty() throws IOException {
        Path file = write("x.csv", List.of());

        assertThatThrownBy(() -> forecast(file, WantedColumns.USUAL, "out.csv"))
                .hasMessage("the input is empty: it has no columns");
    }

    @Test
    void rowsThatCannotBeReadAreNamed() throws IOException {
        Path file = write("x.csv", List.of("ts,value", "2026-01-01,1", "first of May,2", "2026-01-03,many"));

        assertThatThrownBy(() -> forecast(file, WantedColumns.USUAL, "out.csv"))
                .hasMessage("row 2 (the header not counted): ts 'first of May' is not an instant such as 2026-03-01 or"
                        + " 2026-03-01T13:00:00Z" + System.lineSeparator()
                        + "row 3 (the header not counted): value 'many' is not a number");
    }

    @Test
    void twoRowsInOneStepAreNamed() throws IOException {
        Path file = write(
                "x.csv", List.of("ts,value", "2026-01-01,1", "2026-01-02,2", "2026-01-02T06:00:00Z,3", "2026-01-03,1"));

        assertThatThrownBy(() -> new FileForecast(
                                file.toString(), WantedColumns.USUAL, Optional.of(Frequency.daily), Domain.REAL, 3)
                        .write(LocalSpark.session(), folder.resolve("out.csv").toString(), Optional.empty()))
                .hasMessage(
                        "the series has 2 rows in the same daily step, the last at ts 2026-01-02T06:00:00Z; name the"
                                + " columns that tell series apart by --series, or add the rows up first");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    private static long sold(int day) {
        return 200L + 3L * (day * 5 % 4) + (day % 7 == 5 ? 80L : 0L);
    }

    private Path write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    private Map<String, Long> forecast(Path input, WantedColumns columns, String output) throws Exception {
        return forecast(input, columns, output, Optional.empty());
    }

    private Map<String, Long> forecast(
            Path input, WantedColumns columns, String output, Optional<ForecastCharts> charts) throws Exception {
        return new FileForecast(input.toString(), columns, Optional.empty(), Domain.REAL, 7)
                .write(LocalSpark.session(), folder.resolve(output).toString(), charts);
    }
}
