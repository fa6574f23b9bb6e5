package io.plimsoll.oracle;

import io.plimsoll.testing.ProductRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A random workspace whose records come in batches, for tests that care how it is computed and not what it says. */
public final class WorldWorkspace {

    /** In how many batches the records come. */
    public static final int BATCHES = WorldFiles.BATCHES;

    private final World world;
    private final WorldFiles files;
    private final Path folder;

    private WorldWorkspace(World world, WorldFiles files, Path folder) {
        this.world = world;
        this.files = files;
        this.folder = folder;
    }

    /** Writes settings and catalogue; no record yet. */
    public static WorldWorkspace draw(long seed, int agreements, Path folder) throws IOException {
        World world = WorldGenerator.draw(seed, agreements);
        return new WorldWorkspace(world, WorldFiles.of(world, folder, seed), folder);
    }

    /** A date up to which there are records. */
    public LocalDate asOf() {
        return world.asOf();
    }

    /** Drops the files of one of three batches. */
    public void deliver(int batch) throws IOException {
        files.deliver(batch);
    }

    /** Drops a file with one slot that was missing or wrong before. */
    public void dropLateFile() throws IOException {
        World.Indicator indicator = world.indicators().get(0);
        Instant at = Instant.ofEpochSecond(world.firstAt() + 20 * 86_400 + 43_200);
        String source = Objects.requireNonNull(world.slots().get(indicator.name()))
                .keySet()
                .iterator()
                .next();
        String stamp = source.equals("alpha") ? ",updated_at" : "";
        Files.write(
                folder.resolve("landing").resolve(source).resolve("part-late.csv"),
                List.of(
                        "sli_id,measured_at,good,total" + stamp,
                        indicator.name() + "," + at + ",0,77" + (stamp.isEmpty() ? "" : ",2027-02-01T00:00:00Z")));
    }

    /** Changes the coverage that some agreements ask for. */
    public void editCatalogue() throws IOException {
        Path catalogue = folder.resolve("catalog/all.yaml");
        Files.writeString(
                catalogue, Files.readString(catalogue).replace("\"minimumCoverage\":0.5", "\"minimumCoverage\":0.25"));
    }

    /** The same settings, catalogue and files in another folder, with nothing computed yet; the product of the given tables, of all when none is named. */
    public ProductRun copyTo(Path other, String... tables) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(other) && !file.startsWith(folder.resolve("lake")))
                    .forEach(file -> copy(file, other.resolve(folder.relativize(file))));
        }
        return tables.length == 0 ? new ProductRun(other) : ProductRun.upTo(other, tables);
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
