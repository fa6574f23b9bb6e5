package io.plimsoll.silver.catalogue;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.config.Settings;
import io.plimsoll.contract.TableContract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** The tables that hold what people declared: the catalogue's documents, the settings' sources, the maturity model. */
public final class CatalogueTables {

    private CatalogueTables() {}

    /** Every table of declarations. */
    public static List<TableContract> contracts() {
        List<TableContract> contracts = new ArrayList<>(List.of(
                ServiceTable.CONTRACT,
                IndicatorTable.CONTRACT,
                ObjectiveTable.CONTRACT,
                BudgetPolicyTable.CONTRACT,
                AgreementTable.CONTRACT,
                CalendarTable.CONTRACT,
                EscalationPathTable.CONTRACT,
                ResourceTable.CONTRACT,
                CapacityScenarioTable.CONTRACT,
                SourceTable.CONTRACT,
                AutomationTable.CONTRACT,
                StrategyTable.CONTRACT,
                StandardTable.CONTRACT,
                PracticeTable.CONTRACT));
        contracts.add(ScorecardSettingTable.CONTRACT);
        for (OrganisationTable table : OrganisationTable.values()) {
            contracts.add(table.contract());
        }
        return contracts;
    }

    /** The rows of every table of declarations. */
    public static Map<TableContract, List<Row>> rows(Catalog catalog, Settings settings) {
        Map<TableContract, List<Row>> rows = new LinkedHashMap<>();
        rows.put(ServiceTable.CONTRACT, ServiceTable.rows(catalog));
        rows.put(IndicatorTable.CONTRACT, IndicatorTable.rows(catalog));
        rows.put(ObjectiveTable.CONTRACT, ObjectiveTable.rows(catalog));
        rows.put(BudgetPolicyTable.CONTRACT, BudgetPolicyTable.rows(catalog));
        rows.put(AgreementTable.CONTRACT, AgreementTable.rows(catalog));
        rows.put(CalendarTable.CONTRACT, CalendarTable.rows(catalog));
        rows.put(EscalationPathTable.CONTRACT, EscalationPathTable.rows(catalog));
        rows.put(ResourceTable.CONTRACT, ResourceTable.rows(catalog));
        rows.put(CapacityScenarioTable.CONTRACT, CapacityScenarioTable.rows(catalog));
        rows.put(SourceTable.CONTRACT, SourceTable.rows(settings.sources()));
        rows.put(AutomationTable.CONTRACT, AutomationTable.rows(catalog));
        rows.put(StrategyTable.CONTRACT, StrategyTable.rows(catalog));
        rows.put(StandardTable.CONTRACT, StandardTable.rows(catalog));
        rows.put(PracticeTable.CONTRACT, PracticeTable.rows(settings.practices()));
        rows.put(ScorecardSettingTable.CONTRACT, ScorecardSettingTable.rows(settings.scorecards()));
        for (OrganisationTable table : OrganisationTable.values()) {
            rows.put(table.contract(), table.rows(catalog));
        }
        return rows;
    }
}
