package io.plimsoll.silver.catalogue;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.Service;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One row a service and version of it. */
public final class ServiceTable {

    public static final String NAME = "silver.service";

    public static final Field SERVICE_ID = Field.required("service_id", StringType, "the service's name");
    public static final Field DESCRIPTION =
            Field.optional("description", StringType, "what it is, in words; null when nobody wrote it");
    public static final Field CRITICALITY =
            Field.optional("criticality", StringType, "critical, high, normal or low; null when undeclared");
    public static final Field TIER =
            Field.optional("tier", StringType, "the organisation's own tier; null when undeclared");
    public static final Field TEAM_ID =
            Field.optional("team_id", StringType, "team that runs it; null when undeclared");
    public static final Field BUSINESS_UNIT =
            Field.optional("business_unit", StringType, "unit that it serves; null when undeclared");
    public static final Field ENVIRONMENT =
            Field.optional("environment", StringType, "cloud, on_prem, legacy or third_party; null when undeclared");
    public static final Field JOURNEY_STAGE =
            Field.optional("journey_stage", StringType, "stage of the customer's journey; null when undeclared");
    public static final Field VENDOR_ID = Field.optional(
            "vendor_id", StringType, "vendor that provides it; null when its own staff does, or undeclared");
    public static final Field DEPENDS_ON =
            Field.required("depends_on", createArrayType(StringType, false), "services that it needs, as declared");
    public static final Field WENT_LIVE_ON =
            Field.optional("went_live_on", DateType, "day on which it went live; null when undeclared");
    public static final Field RETIRED_ON =
            Field.optional("retired_on", DateType, "day on which it was switched off; null while it lives");
    public static final Field STAFF = Field.optional(
            "staff", createDecimalType(9, 2), "people", "full-time people who look after it; null when undeclared");
    public static final Field EFFECTIVE_FROM =
            Field.optional("effective_from", DateType, "first day on which this version is in force; null for always");
    public static final Field EFFECTIVE_TO = Field.optional(
            "effective_to", DateType, "first day on which it no longer is; null for until further notice");

    /** The table's declaration. */
    public static final TableContract CONTRACT = TableContract.of(NAME, "One row a service and version")
            .withFields(
                    SERVICE_ID,
                    DESCRIPTION,
                    CRITICALITY,
                    TIER,
                    TEAM_ID,
                    BUSINESS_UNIT,
                    ENVIRONMENT,
                    JOURNEY_STAGE,
                    VENDOR_ID,
                    DEPENDS_ON,
                    WENT_LIVE_ON,
                    RETIRED_ON,
                    STAFF,
                    EFFECTIVE_FROM,
                    EFFECTIVE_TO)
            .withKey(SERVICE_ID, EFFECTIVE_FROM);

    /** The catalogue's services as rows of this table. */
    public static List<Row> rows(Catalog catalog) {
        return catalog.services().stream().map(ServiceTable::row).toList();
    }

    private static Row row(Service service) {
        return RowFactory.create(
                service.name(),
                service.description().orElse(null),
                service.criticality()
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                service.tier().orElse(null),
                service.team().orElse(null),
                service.businessUnit().orElse(null),
                service.environment()
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                service.journeyStage().orElse(null),
                service.vendor().orElse(null),
                service.dependsOn(),
                service.wentLiveOn().orElse(null),
                service.retiredOn().orElse(null),
                service.staff().orElse(null),
                service.effective().from().orElse(null),
                service.effective().to().orElse(null));
    }

    private ServiceTable() {}
}
