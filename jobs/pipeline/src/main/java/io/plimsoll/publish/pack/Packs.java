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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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
     * @param folder where the files go
     * @param replace whether an earlier pack with other answers, which may be signed, gives way
     * @return rows of each section, by its title in order
     * @throws AnalysisException when a query cannot be read
     * @throws IllegalArgumentException when an answer is too long, or there is a pack with other answers
     */
    public static Map<String, Integer> write(
            String quarter, List<PackSection> sections, PackQueries queries, Folder folder, boolean replace)
            throws AnalysisException {
        Pack pack = queries.answered(quarter, sections);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(PAGE, Page.of(pack));
        files.put(DOCUMENT, Document.of(pack));
        byte[] manifest = Manifest.of(pack, files);
        if (!replace && folder.holds(MANIFEST)) {
            rejectOthers(recorded(folder), Manifest.read(manifest), folder);
        }
        files.forEach(folder::write);
        folder.write(MANIFEST, manifest);
        Map<String, Integer> rows = new LinkedHashMap<>();
        pack.sections()
                .forEach(section ->
                        rows.put(section.title(), section.grid().rows().size()));
        return rows;
    }

    private static Manifest recorded(Folder folder) {
        try {
            return Manifest.read(folder.read(MANIFEST));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    folder.path() + "/" + MANIFEST + " " + e.getMessage() + "; make the pack again with --replace", e);
        }
    }

    private static void rejectOthers(Manifest old, Manifest now, Folder folder) {
        if (!answers(old).equals(answers(now))) {
            throw new IllegalArgumentException("there is a pack with other answers in " + folder.path()
                    + ", and it may be signed; --replace writes over it");
        }
    }

    private static List<List<Pack.Question>> answers(Manifest manifest) {
        return manifest.sections().stream().map(Manifest.Recorded::questions).toList();
    }

    /**
     * Asks the questions of a pack's manifest again, of the same versions of the tables, and holds the files against their digests.
     *
     * @param folder with a pack
     * @return what differs of each section and file that is not confirmed, by its name
     * @throws IllegalArgumentException when the manifest is none
     */
    public static Verification verify(Folder folder, Views views) {
        Manifest manifest = recorded(folder);
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
            for (Pack.Question asked : section.questions()) {
                if (!section.versions()
                        .keySet()
                        .containsAll(views.versions(asked.query()).keySet())) {
                    return Optional.of("the manifest lacks the version of a table that its question names");
                }
                Dataset<Row> rows = views.query(asked.query(), section.versions(), section.arguments());
                if (!Grid.of(Frames.of(rows)).digest().equals(asked.digest())) {
                    return Optional.of("the same question to the same versions has another answer");
                }
            }
            return Optional.empty();
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
