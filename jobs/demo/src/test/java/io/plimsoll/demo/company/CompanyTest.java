package io.plimsoll.demo.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.demo.history.History;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CompanyTest {

    private static final History HISTORY =
            new History(LocalDate.of(2026, 3, 23), LocalDate.of(2026, 6, 30), Zones.LONDON);

    @Test
    void aCompanyOfAnySizeHasThatManyServicesUnderDifferentNames() {
        Set<String> names =
                Company.of(HISTORY, 60).services().stream().map(Service::name).collect(Collectors.toSet());
        assertThat(names).hasSize(60);
    }

    @Test
    void theCastKnowsEveryEnvironment() {
        assertThat(Company.of(HISTORY, Company.CAST).services())
                .extracting(Service::environment)
                .contains(Environment.CLOUD, Environment.ON_PREM, Environment.LEGACY, Environment.THIRD_PARTY);
    }

    @Test
    void aSmallCompanyDependsOnNothingItDoesNotRun() {
        Company company = Company.of(HISTORY, 3);
        List<String> names = company.services().stream().map(Service::name).toList();
        assertThat(company.services()).allSatisfy(service -> assertThat(names).containsAll(service.dependsOn()));
    }

    @Test
    void aSmallCompanyHasNoContractUnderpinnedByOneItDidNotSign() {
        Company company = Company.of(HISTORY, 3);
        Set<String> signed =
                new HashSet<>(company.agreements().stream().map(Agreement::name).toList());
        assertThat(company.agreements())
                .allSatisfy(agreement -> assertThat(signed).containsAll(agreement.underpinnedBy()));
    }

    @Test
    void everyPromiseIsAboutAnObjectiveOfTheSameService() {
        Company company = Company.of(HISTORY, 20);
        assertThat(company.agreements())
                .allSatisfy(agreement -> assertThat(agreement.promises())
                        .allSatisfy(promise -> assertThat(
                                        company.objective(promise.slo()).service())
                                .isEqualTo(agreement.service())));
    }

    @Test
    void everyOwnerCustomerAndPathStandsInTheCatalogue() {
        Company company = Company.of(HISTORY, 20);
        List<String> entries = company.entries().stream().map(Entry::name).toList();
        assertThat(company.services())
                .allSatisfy(service -> assertThat(entries).contains(service.team(), service.businessUnit()))
                .filteredOn(service -> service.journeyStage() != null)
                .hasSizeGreaterThan(10)
                .allSatisfy(service -> assertThat(entries).contains(service.journeyStage()));
        assertThat(company.agreements()).allSatisfy(agreement -> {
            assertThat(entries).contains(agreement.provider());
            if (agreement.customer() != null) {
                assertThat(entries).contains(agreement.customer());
            }
            if (agreement.escalationPath() != null) {
                assertThat(entries).contains(agreement.escalationPath());
            }
        });
    }

    @Test
    void twoToolsMeasureAtLeastOneIndicator() {
        assertThat(Company.of(HISTORY, 12).indicators())
                .anySatisfy(indicator -> assertThat(indicator.monitors()).hasSizeGreaterThan(1));
    }

    @Test
    void askingForAnUnknownServiceNamesIt() {
        Company company = Company.of(HISTORY, 1);
        assertThatThrownBy(() -> company.service("submarine"))
                .hasMessage("The enterprise has nothing called submarine");
    }
}
