package io.plimsoll.demo.company;

import io.plimsoll.demo.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The Halyard Group, parcels and freight in Europe and across the Atlantic: as many of its services as asked for, the sixteen that
 * the stories play on first, and everything that was promised about them. References to services that are left out are dropped.
 */
public record Company(
        List<Service> services,
        List<Indicator> indicators,
        List<Objective> objectives,
        List<Agreement> agreements,
        List<Resource> resources,
        List<BusinessHours> calendars,
        List<Entry> entries) {

    /** How many services the stories play on. */
    public static final int CAST = 16;

    public Company {
        services = List.copyOf(services);
        indicators = List.copyOf(indicators);
        objectives = List.copyOf(objectives);
        agreements = List.copyOf(agreements);
        resources = List.copyOf(resources);
        calendars = List.copyOf(calendars);
        entries = List.copyOf(entries);
    }

    /** The enterprise with its first {@code services} services, under contracts that bind from the first full month of {@code history}. */
    public static Company of(History history, int services) {
        List<Holding> holdings = holdings(history, services);
        Set<String> present = names(holdings.stream().map(Holding::service), Service::name);
        Set<String> signed = names(holdings.stream().flatMap(h -> h.agreements().stream()), Agreement::name);
        return new Company(
                holdings.stream().map(h -> withKnown(h.service(), present)).toList(),
                holdings.stream().flatMap(h -> h.indicators().stream()).toList(),
                holdings.stream().flatMap(h -> h.objectives().stream()).toList(),
                holdings.stream()
                        .flatMap(h -> h.agreements().stream())
                        .map(agreement -> withKnown(agreement, signed))
                        .toList(),
                holdings.stream().flatMap(h -> h.resources().stream()).toList(),
                BusinessCalendars.between(history.firstDay(), history.endsOn()),
                entries(history, present));
    }

    private static List<Entry> entries(History history, Set<String> present) {
        List<Entry> entries = new ArrayList<>(Organisation.entries(history));
        if (present.contains("data-platform")) {
            entries.addAll(Scenarios.entries(history));
        }
        return entries;
    }

    private static List<Holding> holdings(History history, int services) {
        CustomerServices customer = new CustomerServices(history.contractStart(), history.storyMonth());
        OperationsServices operations = new OperationsServices(history.contractStart());
        BackOfficeServices backOffice = new BackOfficeServices(history.contractStart());
        VendorServices vendors = new VendorServices(history);
        OldServices old = new OldServices(history);
        FurtherServices further = new FurtherServices(history.contractStart());
        List<Supplier<Holding>> cast = new ArrayList<>(List.of(
                customer::booking,
                operations::labelPrinting,
                customer::tracking,
                customer::payments,
                operations::warehouse,
                backOffice::dataPlatform,
                backOffice::ediHub,
                operations::routePlanner,
                customer::driverApp,
                backOffice::identity,
                operations::customsGateway,
                backOffice::invoicing,
                vendors::driverAlerts,
                vendors::addressProof,
                old::telexGateway,
                old::documentArchive));
        IntStream.range(0, Math.max(0, services - cast.size())).forEach(i -> cast.add(() -> further.service(i)));
        return cast.stream().limit(services).map(Supplier::get).toList();
    }

    private static <T> Set<String> names(Stream<T> things, Function<T, String> name) {
        return things.map(name).collect(Collectors.toSet());
    }

    private static Service withKnown(Service service, Set<String> present) {
        return new Service(
                service.name(),
                service.title(),
                service.criticality(),
                service.tier(),
                service.team(),
                service.businessUnit(),
                service.environment(),
                service.journeyStage(),
                service.zone(),
                service.vendor(),
                service.dependsOn().stream().filter(present::contains).toList(),
                service.wentLiveOn(),
                service.staff());
    }

    private static Agreement withKnown(Agreement agreement, Set<String> signed) {
        return new Agreement(
                agreement.name(),
                agreement.type(),
                agreement.service(),
                agreement.provider(),
                agreement.customer(),
                agreement.promises(),
                agreement.months(),
                agreement.zone(),
                agreement.serviceHours(),
                agreement.exclusions(),
                agreement.missingData(),
                agreement.minimumCoverage(),
                agreement.credits(),
                agreement.underpinnedBy().stream().filter(signed::contains).toList(),
                agreement.escalationPath(),
                agreement.effectiveFrom(),
                agreement.effectiveTo(),
                agreement.sensitivity());
    }

    /** Whether the service is among those asked for. */
    public boolean runs(String service) {
        return services.stream().anyMatch(s -> s.name().equals(service));
    }

    /** The service of that name, which must be one of {@link #services()}. */
    public Service service(String name) {
        return named(services, Service::name, name);
    }

    /** The indicator of that name, which must be one of {@link #indicators()}. */
    public Indicator indicator(String name) {
        return named(indicators, Indicator::name, name);
    }

    /** The objective of that name, which must be one of {@link #objectives()}. */
    public Objective objective(String name) {
        return named(objectives, Objective::name, name);
    }

    /** The resource of that name, which must be one of {@link #resources()}. */
    public Resource resource(String name) {
        return named(resources, Resource::name, name);
    }

    /** The calendar of that name, which must be one of {@link #calendars()}. */
    public BusinessHours calendar(String name) {
        return named(calendars, BusinessHours::name, name);
    }

    /** The pairs of indicator and monitor that {@code tool} measures, in catalogue order. */
    public List<Map.Entry<Indicator, Monitor>> measuredBy(String tool) {
        return indicators.stream()
                .flatMap(i -> i.monitors().stream().map(m -> Map.entry(i, m)))
                .filter(pair -> pair.getValue().tool().equals(tool))
                .toList();
    }

    private static <T> T named(List<T> things, Function<T, String> name, String wanted) {
        return things.stream()
                .filter(thing -> name.apply(thing).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The enterprise has nothing called " + wanted));
    }
}
