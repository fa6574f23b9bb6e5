package io.plimsoll.demo;

import io.plimsoll.demo.catalog.CatalogFiles;
import io.plimsoll.demo.catalog.Yaml;
import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.export.Exports;
import io.plimsoll.demo.export.JsonText;
import io.plimsoll.demo.export.Landing;
import io.plimsoll.demo.export.LateExport;
import io.plimsoll.demo.export.Source;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.story.LateCorrection;
import io.plimsoll.demo.story.Stories;
import io.plimsoll.demo.truth.CapacityTruths;
import io.plimsoll.demo.truth.ContractTruths;
import io.plimsoll.demo.truth.MaturityTruths;
import io.plimsoll.demo.truth.RecordTruths;
import io.plimsoll.demo.truth.Truth;
import io.plimsoll.demo.truth.VendorReportTruths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the workspace of a plausible enterprise: settings, catalogue, exports of its tools, and the truths planted in them. */
public final class Demo {

    private Demo() {}

    /**
     * Writes the workspace. Equal options give equal bytes.
     *
     * @throws IllegalArgumentException when the directory holds something already; nothing is written then
     * @throws IOException when the directory cannot be written
     */
    public static DemoSummary write(DemoOptions options) throws IOException {
        requireEmpty(options.directory());
        History history = new History(options.endsOn().minusDays(options.days() - 1L), options.endsOn(), Zones.LONDON);
        Company company = Company.of(history, options.services());
        Noise noise = new Noise(options.seed());
        Stories stories = Stories.fitting(company, history, noise);
        World world = stories.tell(company, history, noise);
        Landing landing = new Landing(options.directory());
        try {
            writeSettings(world, landing);
            writeCatalog(company, landing);
            Exports.write(world, landing);
            List<Truth> truths = Stream.of(
                            stories.truths(world),
                            new ContractTruths(world).all(),
                            new RecordTruths(world).all(),
                            new VendorReportTruths(world).all(),
                            new CapacityTruths(world).all(),
                            new MaturityTruths(world).all(),
                            landing.truths())
                    .flatMap(List::stream)
                    .toList();
            write("truths.json", truths, landing);
            writeReadme(options, landing);
            return summary(options, world, landing, truths, late(world, landing));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void requireEmpty(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> content = Files.list(directory)) {
            if (content.findAny().isPresent()) {
                throw new IllegalArgumentException("The demo needs a new or empty directory, but " + directory
                        + " holds files: name another one or remove it");
            }
        }
    }

    private static void writeSettings(World world, Landing landing) {
        Map<String, Object> settings = Ordered.map(
                        "zone", world.history().zone().getId())
                .and(
                        "sources",
                        Exports.sources(world).stream().map(Source::settings).toList())
                .build();
        try (var file = landing.create("plimsoll.yaml")) {
            file.append(Yaml.document(settings));
        }
    }

    private static void writeCatalog(Company company, Landing landing) {
        new CatalogFiles(company).files().forEach((path, content) -> {
            try (var file = landing.create("catalog/" + path)) {
                file.append(content);
            }
        });
    }

    private static Optional<LateDelivery> late(World world, Landing landing) {
        if (!LateCorrection.fits(world.company(), world.history())) {
            return Optional.empty();
        }
        write("truths-late.json", LateCorrection.truths(world), landing);
        return Optional.of(LateExport.write(world, landing));
    }

    private static void write(String path, List<Truth> truths, Landing landing) {
        try (var file = landing.create(path)) {
            file.line(JsonText.pretty(truths));
        }
    }

    private static void writeReadme(DemoOptions options, Landing landing) {
        try (var file = landing.create("README.md")) {
            file.append(Readme.text(options));
        }
    }

    private static DemoSummary summary(
            DemoOptions options, World world, Landing landing, List<Truth> truths, Optional<LateDelivery> late) {
        Company company = world.company();
        return new DemoSummary(
                options.directory(),
                world.history().asOf(),
                company.services().size(),
                company.indicators().size(),
                company.agreements().size(),
                landing.measurementRows(),
                truths.size(),
                late);
    }
}
