package io.plimsoll.statistics.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.statistics.attainment.ReferenceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The default baseline on 23 labelled series; the scorer is first held against the scores that the benchmark publishes. */
class NabTest {
    private static final int WINDOWS = 36;

    @Test
    void ourScorerGivesThePublishedScoresOfTheWindowedGaussian() throws IOException {
        Map<String, Double> published = published("windowedGaussian");
        double total = 0;
        for (NabSeries series : NabSeries.all().values()) {
            double score = NabScore.of(series, windowedGaussian(series.name()));
            assertThat(score).as(series.name()).isCloseTo(published.get(series.name()), within(1e-9));
            total += score;
        }

        assertThat(NabScore.normalised(total, WINDOWS)).isCloseTo(26.5, within(0.05));
    }

    @Test
    void normalisedAsPublishedForNumentaHtm() throws IOException {
        Map<String, Double> published = published("numenta");
        double total =
                NabSeries.all().keySet().stream().mapToDouble(published::get).sum();

        assertThat(NabScore.normalised(total, WINDOWS)).isCloseTo(72.9, within(0.05));
    }

    @Test
    void theDefaultBaselineScoresWhatMethodsMdSays() throws IOException {
        double total = 0;
        int windows = 0;
        for (NabSeries series : NabSeries.all().values()) {
            total += NabScore.of(series, alerts(series));
            windows += series.windows().size();
        }

        assertThat(windows).isEqualTo(WINDOWS);
        assertThat(NabScore.normalised(total, windows)).isCloseTo(64.9, within(0.05));
    }

    private static List<Integer> alerts(NabSeries series) {
        List<Judgement> judgements =
                DynamicBaseline.judge(series.secondArray(), series.valueArray(), BaselineRule.DEFAULT);
        return IntStream.range(0, judgements.size())
                .filter(row -> judgements.get(row).alert())
                .boxed()
                .toList();
    }

    private static List<Integer> windowedGaussian(String name) throws IOException {
        List<String> scores =
                NabSeries.column("nab/results/windowedGaussian/" + name.replace("/", "/windowedGaussian_") + ".gz", 2);
        return IntStream.range(0, scores.size())
                .filter(row -> Double.parseDouble(scores.get(row)) >= 1)
                .boxed()
                .toList();
    }

    private static Map<String, Double> published(String detector) throws IOException {
        String name = "nab/results/" + detector + "/" + detector + "_standard_scores.csv";
        return Files.readAllLines(ReferenceFolder.path(name)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(cells -> cells[2], cells -> Double.valueOf(cells[4])));
    }
}
