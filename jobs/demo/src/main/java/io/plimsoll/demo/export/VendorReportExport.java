package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Measure;
import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.story.CheapVendor;
import io.plimsoll.demo.story.VendorDenial;
import io.plimsoll.demo.truth.VendorClaims;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The vendors' own monthly reports, typed over into a sheet: availability as a percentage, dates without times. */
final class VendorReportExport implements Export {

    @Override
    public List<Source> sources(World world) {
        if (world.history().fullMonths().isEmpty() || vendorIndicators(world).isEmpty()) {
            return List.of();
        }
        return List.of(Source.of("vendor-reports", "vendor_report", "csv", "landing/vendor-reports/*.csv")
                .option("header", true)
                .column("vendor_id", "Vendor")
                .column("sli_id", "Indicator")
                .column("period_start", "to_date(Month, 'MM/yyyy')")
                .column("period_end", "add_months(to_date(Month, 'MM/yyyy'), 1)")
                .column("due_at", "to_timestamp(Due, 'dd.MM.yyyy')")
                .column("received_at", "to_timestamp(Received, 'dd.MM.yyyy')")
                .column("reported_availability", "cast(replace(Availability, '%', '') as decimal(9,6)) / 100")
                .column("incidents_disclosed", "Incidents")
                .column("credits_offered", "Credits"));
    }

    private static List<Indicator> vendorIndicators(World world) {
        return world.company().indicators().stream()
                .filter(indicator -> vendor(world, indicator) != null)
                .toList();
    }

    private static @Nullable String vendor(World world, Indicator indicator) {
        Service service = world.company().service(indicator.service());
        return service.vendor();
    }

    @Override
    public void write(World world, Landing landing) {
        VendorClaims claims = new VendorClaims(world);
        try (LandingFile file = landing.create("landing/vendor-reports/reports.csv")) {
            file.line("Vendor,Indicator,Month,Due,Received,Availability,Incidents,Credits");
            for (YearMonth month : world.history().fullMonths()) {
                if (claims.isIn(month)) {
                    vendorIndicators(world).stream()
                            .filter(indicator ->
                                    world.company().service(indicator.service()).isLiveIn(month))
                            .forEach(indicator -> file.line(report(world, claims, indicator, month)));
                }
            }
        }
    }

    private static String report(World world, VendorClaims claims, Indicator indicator, YearMonth month) {
        Noise own = world.noise().stream("vendor-report|" + indicator.name() + "|" + month);
        LocalDate due = month.plusMonths(1).atDay(10);
        Service service = world.company().service(indicator.service());
        String vendor = Objects.requireNonNull(service.vendor());
        BigDecimal availability =
                claims.availability(vendor, indicator, month).orElseGet(() -> unjudged(world, indicator, month, own));
        return Csv.row(
                vendor,
                indicator.name(),
                String.format(Locale.ROOT, "%02d/%d", month.getMonthValue(), month.getYear()),
                dotted(due),
                dotted(due.plusDays(
                        own.below(8, 1) - 4L + (vendor.equals(CheapVendor.VENDOR) ? CheapVendor.DAYS_LATE : 0))),
                availability.movePointRight(2).toPlainString() + "%",
                isFirst(world, indicator) ? claims.disclosed(service, vendor, month) : 0,
                "0.00");
    }

    /** What no contract judges is the vendor's own figure. */
    private static BigDecimal unjudged(World world, Indicator indicator, YearMonth month, Noise own) {
        return indicator.measure() == Measure.STATE
                ? VendorDenial.reported(world, indicator, month)
                : BigDecimal.valueOf(999_900L - own.below(600, 0), 6);
    }

    /** A service's incidents are told once, with its first indicator. */
    private static boolean isFirst(World world, Indicator indicator) {
        return vendorIndicators(world).stream()
                .filter(each -> each.service().equals(indicator.service()))
                .findFirst()
                .filter(indicator::equals)
                .isPresent();
    }

    private static String dotted(LocalDate day) {
        return String.format(Locale.ROOT, "%02d.%02d.%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
