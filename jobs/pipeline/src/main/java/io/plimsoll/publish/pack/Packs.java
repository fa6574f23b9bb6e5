package io.plimsoll.publish.pack;

import io.plimsoll.config.PackSection;
import io.plimsoll.frame.Frames;
import io.plimsoll.lake.Views;
import io.plimsoll.publish.Folder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.AnalysisException;

/** Makes governance packs: {@code pack.html}, {@code pack.pdf} and {@code manifest.json} of a quarter. */
public final class Packs {

    /** The page. */
    public static final String PAGE = "pack.html";

    /** The document. */
    public static final String DOCUMENT = "pack.pdf";

    /** What an auditor needs. */
    public static final String MANIFEST = "manifest.json";

    /**
     * What came of asking again.
     *
     * @param asked sections and files of the pack
     * @param differences of those that are not confirmed, by their names
     */
    public record Verification(int asked, Map<String, String> differences) {}

    private Packs() {}

    /**
     * Asks a pack's questions and writes its files, the manifest last.
     *
     * @param quarter its name, {@code 2026-Q2}
     * @param folder where the files go; those of an earlier pack of the quarter are replaced
     * @return rows of each section, by its title in order
     * @throws AnalysisException when a query cannot be read
     */
    public static Map<String, Integer> write(
            String quarter, List<PackSection> sections, PackQueries queries, Folder folder) throws AnalysisException {
        Pack pack = queries.answered(quarter, sections);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(PAGE, Page.of(pack));
        files.put(DOCUMENT, Document.of(pack));
        files.forEach(folder::write);
        folder.write(MANIFEST, Manifest.of(pack, files));
        Map<String, Integer> rows = new LinkedHashMap<>();
        pack.sections()
                .forEach(section ->
                        rows.put(section.title(), section.grid().rows().size()));
        return rows;
    }

    /**
     * Asks the questions of a pack's manifest again, of the same versions of the tables, and holds the files against their digests.
     *
     * @param folder with a pack
     * @return what differs of each section and file that is not confirmed, by its name
     * @throws IllegalArgumentException when the manifest is none
     */
    public static Verification verify(Folder folder, Views views) {
        Manifest manifest = Manifest.read(folder.read(MANIFEST));
        Map<String, String> differences = new LinkedHashMap<>();
        for (Manifest.Recorded section : manifest.sections()) {
            difference(section, views).ifPresent(text -> differences.put(section.title(), text));
        }
        manifest.files().forEach((name, digest) -> {
            if (!folder.holds(name) || !DigestUtils.sha256Hex(folder.read(name)).equals(digest)) {
                differences.put(name, "is not the file that was made with the manifest");
            }
        });
        return new Verification(manifest.sections().size() + manifest.files().size(), differences);
    }

    private static Optional<String> difference(Manifest.Recorded section, Views views) {
        try {
            Grid again = Grid.of(Frames.of(views.query(section.query(), section.versions(), section.arguments())));
            return again.digest().equals(section.digest())
                    ? Optional.empty()
                    : Optional.of("the same question to the same versions has another answer, of "
                            + again.rows().size() + " rows");
        } catch (Exception failure) {
            return Optional.of("cannot be asked again: "
                    + String.valueOf(failure.getMessage())
                            .strip()
                            .lines()
                            .findFirst()
                            .orElse(""));
        }
    }
}
