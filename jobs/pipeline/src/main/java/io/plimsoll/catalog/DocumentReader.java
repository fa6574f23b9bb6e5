package io.plimsoll.catalog;

import io.plimsoll.config.Forms;
import io.plimsoll.config.Nearest;
import io.plimsoll.config.YamlDocument;
import io.plimsoll.config.YamlMap;
import java.util.List;
import java.util.Optional;

/** Reads one document of a catalogue, of whichever kind. */
final class DocumentReader {

    private static final List<String> KEYS = List.of("apiVersion", "kind", "metadata", "spec");
    private static final List<String> VERSIONS = List.of(Kinds.OPEN_SLO, Kinds.PLIMSOLL);
    private static final String V1ALPHA = "openslo/v1alpha";
    private static final String V2ALPHA = "openslo.com/v2alpha";

    private final YamlDocument document;
    private final HolidayFiles holidays;

    DocumentReader(YamlDocument document, HolidayFiles holidays) {
        this.document = document;
        this.holidays = holidays;
    }

    /** Adds what the document declares; when something in it is wrong, only that it was rejected. */
    void readInto(Declarations declarations) {
        Optional<YamlMap> root = document.root().asMap();
        if (root.isEmpty()) {
            return;
        }
        Declarations own = new Declarations();
        read(root.get(), own);
        if (document.problems().isEmpty()) {
            declarations.addAll(own);
        } else {
            name(root.get())
                    .ifPresent(name -> root.get()
                            .text("kind")
                            .ifPresent(kind ->
                                    declarations.reject(kind, name, new Origin(document.file(), document.line()))));
        }
    }

    private static Optional<String> name(YamlMap root) {
        return root.get("metadata")
                .filter(metadata -> metadata.isMap())
                .flatMap(metadata -> metadata.asMap())
                .flatMap(metadata -> metadata.get("name"))
                .filter(name -> name.isScalar())
                .flatMap(name -> name.as(Forms.TEXT));
    }

    private void read(YamlMap root, Declarations own) {
        Optional<String> version = root.required("apiVersion", Forms.TEXT);
        if (version.isEmpty() || !isRead(version.get(), root)) {
            return;
        }
        boolean openSlo = version.get().equals(Kinds.OPEN_SLO);
        List<String> kinds = openSlo ? Kinds.OF_OPEN_SLO : Kinds.OF_PLIMSOLL;
        Optional<String> kind = root.required("kind", Forms.oneOf(kinds));
        if (kind.isEmpty()) {
            return;
        }
        root.allow(KEYS);
        if (openSlo) {
            new OpenSloReader(document, root, own).read(kind.get());
        } else {
            new PlimsollReader(document, root, own, holidays).read(kind.get());
        }
    }

    private static boolean isRead(String version, YamlMap root) {
        switch (version) {
            case Kinds.OPEN_SLO, Kinds.PLIMSOLL -> {
                return true;
            }
            case V1ALPHA ->
                root.problem(
                        "apiVersion",
                        "'" + version + "' is not read; write openslo/v1: an objective's ratioMetrics become the SLO's"
                                + " indicator, timeWindows become timeWindow with a duration such as 30d");
            case V2ALPHA ->
                root.problem(
                        "apiVersion",
                        "'" + version
                                + "' is not read; write openslo/v1: serviceRef becomes service, sli becomes indicator,"
                                + " sliRef becomes indicatorRef, dataSourceRef becomes metricSource");
            default ->
                root.problem(
                        "apiVersion",
                        "'" + version + "' is not read; write openslo/v1 or plimsoll/v1"
                                + Nearest.suggestion(version, VERSIONS));
        }
        return false;
    }
}
