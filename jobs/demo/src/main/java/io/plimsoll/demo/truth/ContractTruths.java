package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.signal.World;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What every promise about the services that the stories play on came to in every closed period that was told in full. */
public final class ContractTruths {

    private final World world;

    /** Truths about {@code world}. */
    public ContractTruths(World world) {
        this.world = world;
    }

    /** All of them. */
    public List<Truth> all() {
        List<String> cast = world.company().services().stream()
                .limit(Company.CAST)
                .map(Service::name)
                .toList();
        List<Truth> truths = new ArrayList<>();
        for (Agreement agreement : world.company().agreements()) {
            if (cast.contains(agreement.service())) {
                world.history().fullMonths().stream()
                        .filter(month -> isClosedPeriod(agreement, month))
                        .forEach(month -> truths.addAll(rows(agreement, month)));
            }
        }
        return truths;
    }

    private boolean isClosedPeriod(Agreement agreement, YearMonth month) {
        History history = world.history();
        LocalDate end = month.plusMonths(agreement.months()).atDay(1);
        return (month.getMonthValue() - 1) % agreement.months() == 0
                && agreement.bindsIn(month)
                && !end.atStartOfDay(agreement.zone()).toInstant().isAfter(history.to());
    }

    private List<Truth> rows(Agreement agreement, YearMonth month) {
        ComplianceTruth compliance = new ComplianceTruth(world);
        List<Truth> rows = new ArrayList<>();
        for (int i = 0; i < agreement.promises().size(); i++) {
            String promise = agreement.promises().get(i).slo();
            rows.add(compliance.row(
                    "contract:" + agreement.name() + ":" + promise + ":" + month,
                    agreement.name(),
                    i,
                    month,
                    "What " + agreement.name() + " came to on " + promise + " in the period that begins with " + month
                            + "."));
        }
        return rows;
    }
}
