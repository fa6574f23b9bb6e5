package io.plimsoll.run;

import io.plimsoll.bronze.BronzeTables;
import io.plimsoll.config.Practice;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.automation.TrendForecast;
import io.plimsoll.gold.capacity.CapacityPlan;
import io.plimsoll.gold.capacity.CapacityScenarioPlan;
import io.plimsoll.gold.capacity.Rightsizing;
import io.plimsoll.gold.governance.EscalationOutcome;
import io.plimsoll.gold.governance.GovernanceReview;
import io.plimsoll.gold.governance.ServiceLimitation;
import io.plimsoll.gold.governance.SlaException;
import io.plimsoll.gold.maturity.ImprovementInitiative;
import io.plimsoll.gold.maturity.MaturityMovement;
import io.plimsoll.gold.maturity.MaturityPractice;
import io.plimsoll.gold.maturity.MaturityScore;
import io.plimsoll.gold.maturity.PracticeCheck;
import io.plimsoll.gold.monitoring.SliAnomaly;
import io.plimsoll.gold.monitoring.SliBaseline;
import io.plimsoll.gold.objectives.AgreementChain;
import io.plimsoll.gold.objectives.AgreementScope;
import io.plimsoll.gold.objectives.BreachAttribution;
import io.plimsoll.gold.objectives.BudgetPolicyState;
import io.plimsoll.gold.objectives.BurnAlert;
import io.plimsoll.gold.objectives.CompositeAttainment;
import io.plimsoll.gold.objectives.ErrorBudget;
import io.plimsoll.gold.objectives.JourneyImpact;
import io.plimsoll.gold.objectives.ObjectiveHour;
import io.plimsoll.gold.objectives.ObjectivePortfolio;
import io.plimsoll.gold.objectives.ObjectiveTimeline;
import io.plimsoll.gold.objectives.PeakAttainment;
import io.plimsoll.gold.objectives.SlaCompliance;
import io.plimsoll.gold.objectives.SlaCredit;
import io.plimsoll.gold.objectives.SlaRisk;
import io.plimsoll.gold.objectives.SlaStatement;
import io.plimsoll.gold.objectives.TargetCost;
import io.plimsoll.gold.objectives.TargetRecommendation;
import io.plimsoll.gold.objectives.UptimeReconciliation;
import io.plimsoll.gold.strategy.DefinitionConformance;
import io.plimsoll.gold.strategy.ServiceBenchmark;
import io.plimsoll.gold.vendors.RetirementCandidate;
import io.plimsoll.gold.vendors.VendorScorecard;
import io.plimsoll.gold.vendors.VendorScorecardDetail;
import io.plimsoll.silver.BillingLine;
import io.plimsoll.silver.IncidentHistory;
import io.plimsoll.silver.KeyedFeed;
import io.plimsoll.silver.MaintenanceDay;
import io.plimsoll.silver.ResourceHour;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.silver.SliDay;
import io.plimsoll.silver.SliHour;
import io.plimsoll.silver.SliRecord;
import io.plimsoll.silver.SliSample;
import io.plimsoll.silver.StateInterval;
import io.plimsoll.silver.catalogue.CatalogueTables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every table of the product, as a graph. */
public final class AllTables {

    private AllTables() {}

    /** The graph with the maturity model as it is delivered. */
    public static Graph graph() {
        return graph(Practice.delivered());
    }

    /**
     * The graph; bronze, the tables of declarations and the ledgers are its sources.
     *
     * @param practices the maturity model, whose queries say what the maturity tables read; one that cannot be read is left out.
     *     Without any there are no maturity tables
     */
    public static Graph graph(List<Practice> practices) {
        List<TableContract> sources = new ArrayList<>(BronzeTables.all());
        sources.addAll(CatalogueTables.contracts());
        sources.add(SlaStatement.CONTRACT);
        sources.add(RunLedger.RUN);
        sources.add(RunLedger.TABLE_RUN);
        List<Table> built = built();
        List<String> names = Stream.concat(
                        sources.stream().map(TableContract::name),
                        built.stream().map(table -> table.contract().name()))
                .toList();
        List<Practice> readable = PracticeCheck.readable(practices, names);
        if (!readable.isEmpty()) {
            built.addAll(List.of(new MaturityPractice(readable), new MaturityScore(), new ImprovementInitiative()));
            built.add(new MaturityMovement());
        }
        return Graph.of(built, sources);
    }

    private static List<Table> built() {
        List<Table> built = new ArrayList<>(KeyedFeed.all());
        built.addAll(List.of(
                new SliSample(),
                new SliHour(),
                new SliDay(),
                new SliRecord(),
                new StateInterval(),
                new IncidentHistory(),
                new BillingLine(),
                new ServiceCostDay(),
                new ResourceHour()));
        built.addAll(List.of(new AgreementScope(), new SlaCompliance(), new ObjectiveHour(), new ErrorBudget()));
        built.addAll(
                List.of(new ObjectiveTimeline(), new SlaException(), new AgreementChain(), new BreachAttribution()));
        built.addAll(List.of(
                new CompositeAttainment(),
                new PeakAttainment(),
                new ObjectivePortfolio(),
                new JourneyImpact(),
                new EscalationOutcome(),
                new GovernanceReview(),
                new ServiceLimitation()));
        built.add(new SlaCredit());
        built.add(new BurnAlert());
        built.add(new UptimeReconciliation());
        built.add(new BudgetPolicyState());
        built.addAll(List.of(new MaintenanceDay(), new SliAnomaly(), new SliBaseline()));
        built.add(new TrendForecast());
        built.addAll(List.of(new DefinitionConformance(), new ServiceBenchmark()));
        built.add(new VendorScorecardDetail());
        built.add(new VendorScorecard());
        built.add(new RetirementCandidate());
        built.add(new SlaRisk());
        built.add(new CapacityPlan());
        built.add(new CapacityScenarioPlan());
        built.add(new Rightsizing());
        built.add(new TargetRecommendation());
        built.add(new TargetCost());
        return built;
    }
}
