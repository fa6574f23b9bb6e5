package io.plimsoll.demo.catalog;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Objective;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue as files: one a service with its indicators, objectives, resources and agreements; the rest by kind. */
public final class CatalogFiles {

    private final Company company;
    private final OpenSloDocuments openSlo;

    /** The files of one enterprise. */
    public CatalogFiles(Company company) {
        this.company = company;
        this.openSlo = new OpenSloDocuments(company);
    }

    /** Path below {@code catalog/} to content. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        company.services().forEach(s -> files.put("services/" + s.name() + ".yaml", joined(service(s.name()))));
        files.put("alerting.yaml", joined(openSlo.alerting().stream()));
        files.put("calendars.yaml", joined(company.calendars().stream().map(PlimsollDocuments::calendar)));
        files.put("organisation.yaml", joined(company.entries().stream().map(PlimsollDocuments::entry)));
        return files;
    }

    private Stream<Document> service(String name) {
        List<String> inline = company.objectives().stream()
                .filter(Objective::inline)
                .map(Objective::indicator)
                .toList();
        return Stream.of(
                        Stream.of(
                                openSlo.service(company.service(name)),
                                PlimsollDocuments.service(company.service(name))),
                        company.indicators().stream()
                                .filter(i -> i.service().equals(name) && !inline.contains(i.name()))
                                .map(openSlo::indicator),
                        company.objectives().stream()
                                .filter(o -> o.service().equals(name))
                                .map(openSlo::objective),
                        company.agreements().stream()
                                .filter(a -> a.service().equals(name))
                                .map(PlimsollDocuments::agreement),
                        company.resources().stream()
                                .filter(r -> r.service().equals(name))
                                .map(PlimsollDocuments::resource))
                .flatMap(documents -> documents);
    }

    private static String joined(Stream<Document> documents) {
        return documents.map(Document::yaml).collect(Collectors.joining("---\n"));
    }
}
