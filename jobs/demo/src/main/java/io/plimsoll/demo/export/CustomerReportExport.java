package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.signal.Incident;
import io.plimsoll.demo.signal.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What customers said, from tickets, drivers and surveys: some of it matches a fault that was measured, some matches none. */
final class CustomerReportExport implements Export {

    private static final double COMPLAINTS_A_DAY = 0.1;
    private static final List<String> CHANNELS = List.of("ticket", "frontline", "review", "survey");
    private static final List<String> THEMES =
            List.of("slow at peak hours", "unclear status text", "wrong delivery window", "invoice hard to read");

    @Override
    public List<Source> sources(World world) {
        if (world.company().agreements().stream().allMatch(agreement -> agreement.customer() == null)) {
            return List.of();
        }
        return List.of(Source.of("voice-of-customer", "customer_report", "csv", "landing/voice-of-customer/*.csv")
                .option("header", true)
                .option("sep", ";"));
    }

    @Override
    public void write(World world, Landing landing) {
        try (LandingFile file = landing.create("landing/voice-of-customer/reports.csv")) {
            file.line("report_id;customer_id;service_id;reported_at;channel;theme;text;incident_id");
            for (Agreement agreement : world.company().agreements()) {
                String customer = agreement.customer();
                if (customer != null) {
                    complaints(world, agreement, customer, file);
                    aboutIncidents(world, agreement, customer, file);
                }
            }
        }
    }

    private static void complaints(World world, Agreement agreement, String customer, LandingFile file) {
        Noise own = world.noise().stream("complaint|" + agreement.name());
        world.history()
                .days()
                .filter(day -> own.uniform(4 * day.toEpochDay()) < COMPLAINTS_A_DAY)
                .forEach(day -> {
                    String theme = THEMES.get(own.below(THEMES.size(), 4 * day.toEpochDay() + 1));
                    String channel = CHANNELS.get(own.below(CHANNELS.size(), 4 * day.toEpochDay() + 2));
                    file.line(row(
                            "VOC-" + agreement.name() + "-" + day,
                            agreement,
                            customer,
                            noon(world, day),
                            channel,
                            theme,
                            "Customer says: " + theme,
                            null));
                });
    }

    private static Instant noon(World world, LocalDate day) {
        return world.history().at(day, "12:20");
    }

    /** The incidents that a customer saw; every other report was linked to its incident by hand. */
    private static void aboutIncidents(World world, Agreement agreement, String customer, LandingFile file) {
        for (Incident incident : world.events().incidents()) {
            boolean theirs = incident.service().equals(agreement.service());
            Instant reportedAt = incident.openedAt().plus(Duration.ofMinutes(12));
            boolean seen = incident.severity() <= 2 || incident.detectedBy().equals("customer");
            if (theirs && seen && reportedAt.isBefore(world.history().to())) {
                boolean linked = incident.noise(world.noise()).uniform(31) < 0.5;
                file.line(row(
                        "VOC-" + agreement.name() + "-" + incident.digits(),
                        agreement,
                        customer,
                        reportedAt,
                        "ticket",
                        "not available",
                        incident.summary(),
                        linked ? incident.id() : null));
            }
        }
    }

    private static String row(
            String id,
            Agreement agreement,
            String customer,
            Instant at,
            String channel,
            String theme,
            String text,
            @Nullable String incident) {
        return String.join(
                ";",
                id,
                customer,
                agreement.service(),
                at.toString(),
                channel,
                theme,
                text.replace(';', ','),
                incident == null ? "" : incident);
    }
}
