package io.plimsoll.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows the references between declarations, and keeps what leads somewhere. */
final class Linker {

    private final Declarations declarations;
    private final Names names;

    Linker(Declarations declarations) {
        this.declarations = declarations;
        this.names = new Names(declarations);
    }

    /** The catalogue; what is wrong is recorded in the documents. */
    Catalog link() {
        Declarations apart = apart();
        List<Declared<Service>> services = Services.merge(apart.entries(Service.class), apart.completions());
        register(apart, services);
        List<Slo> slos = new SloLinks(names, apart.entries(Indicator.class)).link(apart.slos());
        slos.forEach(slo -> names.add(Kinds.SLO, slo.name()));
        rejectUnlinked(apart.slos(), slos);
        List<Declared<Agreement>> agreements =
                new AgreementLinks(names, objectives(slos), declarations).link(apart.entries(Agreement.class));
        Links links = new Links(names);
        List<Entry> entries = new ArrayList<>();
        links.services(services).forEach(service -> entries.add(service.entry()));
        entries.addAll(Indicators.withServices(apart.entries(Indicator.class), slos));
        entries.addAll(objectives(slos));
        agreements.forEach(agreement -> entries.add(agreement.entry()));
        others(apart).map(links::checked).forEach(entries::add);
        entries.sort(Comparator.comparing((Entry entry) -> entry.origin().file())
                .thenComparing(entry -> entry.origin().line()));
        return new Catalog(entries);
    }

    private Declarations apart() {
        Declarations apart = new Declarations();
        Versions.ofInlines(declarations).apart(declarations.entries()).forEach(apart::add);
        Versions.<Declared<Service>>ofDocuments(declarations)
                .apart(declarations.completions())
                .forEach(apart::addCompletion);
        Versions.<Slo>ofDocuments(declarations).apart(declarations.slos()).forEach(apart::add);
        return apart;
    }

    private void register(Declarations apart, List<Declared<Service>> services) {
        apart.entries().forEach(entry -> names.add(entry.kind(), entry.name()));
        services.forEach(service -> names.add(service.kind(), service.name()));
    }

    private void rejectUnlinked(List<Slo> all, List<Slo> linked) {
        Set<String> kept = linked.stream().map(Slo::name).collect(Collectors.toSet());
        all.stream()
                .filter(slo -> !kept.contains(slo.name()))
                .forEach(slo -> declarations.reject(slo.kind(), slo.name(), slo.origin()));
    }

    private static List<Objective> objectives(List<Slo> slos) {
        return slos.stream().flatMap(slo -> slo.objectives().stream()).toList();
    }

    private static Stream<Declared<?>> others(Declarations apart) {
        return apart.entries().stream()
                .filter(declared -> !(declared.entry() instanceof Service)
                        && !(declared.entry() instanceof Indicator)
                        && !(declared.entry() instanceof Agreement));
    }
}
