package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Environment;
import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.CreditTruths;
import io.plimsoll.demo.truth.RetirementTruths;
import io.plimsoll.demo.truth.RightsizingTruths;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bills as FOCUS 1.0 CSV, one folder a provider and month. A charge finds its service by the tag {@code service}, by a resource id that
 * the catalogue knows, or by a selector of the catalogue; support, tax and the shared gateway find none.
 */
final class FocusExport implements Export {

    static final String CLOUD = "AWS";
    static final String GROUP_IT = "Halyard Group IT";
    private static final Map<String, String> VENDOR_PROVIDERS = Map.of(
            "payharbor", "PayHarbor",
            "customslink", "CustomsLink",
            "quickping", "QuickPing",
            "kleinpost", "Kleinpost");

    /** What a vendor charges a day, where that is not as usual. */
    private static final Map<String, Integer> DAILY_FEES = Map.of("quickping", 9, "kleinpost", 40);

    private static final int USUAL_FEE = 110;

    @Override
    public List<Source> sources(World world) {
        return List.of(
                Source.of("bills", "billing", "focus", "landing/focus/**").replacingFolders());
    }

    @Override
    public void write(World world, Landing landing) {
        CostBook book = new CostBook();
        for (YearMonth month : world.history().months().toList()) {
            writeBill(landing, book, CLOUD, month, cloud(world, month));
            writeBill(landing, book, GROUP_IT, month, machines(world, month));
            for (Service service : world.company().services()) {
                if (service.vendor() != null && service.isLiveIn(month)) {
                    Charge charge = subscription(world, service, month, service.vendor());
                    writeBill(landing, book, charge.provider(), month, List.of(charge));
                }
            }
        }
        book.truths().forEach(landing::expect);
        new CreditTruths(world, book::charges).all().forEach(landing::expect);
        new RetirementTruths(world, book::charges).all().forEach(landing::expect);
        new RightsizingTruths(world, book::resourceCharges).all().forEach(landing::expect);
    }

    private static void writeBill(
            Landing landing, CostBook book, String provider, YearMonth month, List<Charge> charges) {
        if (charges.isEmpty()) {
            return;
        }
        String folder = provider.toLowerCase(Locale.ROOT).replace(' ', '-');
        try (LandingFile file = landing.create("landing/focus/" + folder + "/" + month + "/bill.csv")) {
            file.line(Charge.HEADER);
            charges.forEach(charge -> file.line(charge.row()));
        }
        charges.forEach(book::enter);
    }

    private static List<Charge> cloud(World world, YearMonth month) {
        List<Service> services = in(world, Environment.CLOUD);
        if (services.isEmpty()) {
            return List.of();
        }
        List<Charge> charges = new ArrayList<>();
        for (LocalDate day : days(world, month)) {
            services.forEach(service -> charges.addAll(daily(world, service, day)));
            charges.add(
                    shared(day, "Usage", "NAT Gateway", "Networking", "nat-eu-west-1", amount(world, "nat", day, 18)));
        }
        LocalDate first = days(world, month).get(0);
        charges.add(shared(first, "Purchase", "Business Support", "Other", null, amount(world, "support", first, 950)));
        charges.add(shared(first, "Tax", "VAT", "Other", null, amount(world, "tax", first, 420)));
        return charges;
    }

    private static List<Charge> daily(World world, Service service, LocalDate day) {
        String name = service.name();
        int size = 40 + 9 * service.staff();
        return List.of(
                new Charge(
                        CLOUD,
                        "USD",
                        day,
                        1,
                        "Usage",
                        "EC2",
                        "Compute",
                        name + "-fleet",
                        "production",
                        name,
                        amount(world, "fleet|" + name, day, size),
                        name),
                new Charge(
                        CLOUD,
                        "USD",
                        day,
                        1,
                        "Usage",
                        "RDS",
                        "Databases",
                        name + "-db",
                        "production",
                        null,
                        amount(world, "db|" + name, day, size / 2),
                        name),
                new Charge(
                        CLOUD,
                        "USD",
                        day,
                        1,
                        "Usage",
                        "Data Transfer",
                        "Networking",
                        null,
                        "production",
                        name,
                        amount(world, "transfer|" + name, day, 7),
                        name));
    }

    private static Charge shared(
            LocalDate day,
            String category,
            String product,
            String productCategory,
            @Nullable String resource,
            BigDecimal cost) {
        return new Charge(
                CLOUD, "USD", day, 1, category, product, productCategory, resource, "shared", null, cost, null);
    }

    private static List<Charge> machines(World world, YearMonth month) {
        LocalDate first = days(world, month).get(0);
        int days = days(world, month).size();
        List<Charge> charges = new ArrayList<>();
        for (Service service : world.company().services()) {
            if (service.environment() == Environment.ON_PREM || service.environment() == Environment.LEGACY) {
                String name = service.name();
                charges.add(new Charge(
                        GROUP_IT,
                        "EUR",
                        first,
                        days,
                        "Usage",
                        "Hosting",
                        "Compute",
                        "rack-" + name,
                        name,
                        null,
                        amount(world, "hosting|" + name, first, 60 * days),
                        name));
                charges.add(new Charge(
                        GROUP_IT,
                        "EUR",
                        first,
                        days,
                        "Usage",
                        "SAN",
                        "Storage",
                        null,
                        name,
                        null,
                        amount(world, "san|" + name, first, 35 * days),
                        name));
            }
        }
        return charges;
    }

    private static Charge subscription(World world, Service service, YearMonth month, String vendor) {
        LocalDate first = days(world, month).get(0);
        int days = days(world, month).size();
        int fee = DAILY_FEES.getOrDefault(vendor, USUAL_FEE);
        String provider = VENDOR_PROVIDERS.getOrDefault(vendor, vendor);
        return new Charge(
                provider,
                service.name().equals("payments") ? "USD" : "EUR",
                first,
                days,
                "Purchase",
                provider + " subscription",
                "Business Applications",
                null,
                null,
                null,
                amount(world, "subscription|" + service.name(), first, fee * days),
                service.name());
    }

    private static List<Service> in(World world, Environment environment) {
        return world.company().services().stream()
                .filter(service -> service.environment() == environment)
                .toList();
    }

    private static List<LocalDate> days(World world, YearMonth month) {
        Span told = world.history().told(month);
        return world.history()
                .days()
                .filter(day -> told.contains(world.history().at(day, "12:00")))
                .toList();
    }

    /** Within ten percent of {@code usual}, in millionths. */
    private static BigDecimal amount(World world, String item, LocalDate day, int usual) {
        Noise own = world.noise().stream("bill|" + item);
        long millionths = Math.round(usual * 1e6 * (0.9 + 0.2 * own.uniform(day.toEpochDay())));
        return BigDecimal.valueOf(millionths, 6);
    }
}
