package io.plimsoll.silver.catalogue;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.OrganisationEntry;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Vendors, teams, customers, stages of the journey and business units: one table of the same shape each. */
public enum OrganisationTable {
    /** One row a vendor. */
    VENDOR("vendor", "a vendor", OrganisationEntry.Kind.VENDOR),
    /** One row a team. */
    TEAM("team", "a team", OrganisationEntry.Kind.TEAM),
    /** One row a customer. */
    CUSTOMER("customer", "a customer", OrganisationEntry.Kind.CUSTOMER),
    /** One row a stage of the customer's journey. */
    JOURNEY_STAGE("journey_stage", "a stage of the customer's journey", OrganisationEntry.Kind.JOURNEY_STAGE),
    /** One row a business unit. */
    BUSINESS_UNIT("business_unit", "a business unit", OrganisationEntry.Kind.BUSINESS_UNIT);

    private final String table;
    private final String what;
    private final OrganisationEntry.Kind kind;

    OrganisationTable(String table, String what, OrganisationEntry.Kind kind) {
        this.table = table;
        this.what = what;
        this.kind = kind;
    }

    /** The table's declaration. */
    public TableContract contract() {
        Field id = Field.required(table + "_id", StringType, "the name in the catalogue");
        return TableContract.of("silver." + table, "One row " + what + " and version")
                .withFields(
                        id,
                        Field.optional("title", StringType, "what people call it; null when the name will do"),
                        Field.optional("owner", StringType, "who answers for it; null when undeclared"),
                        Field.optional(
                                "belongs_to", StringType, "business unit that it belongs to; null when undeclared"),
                        Field.optional(
                                "weight", createDecimalType(18, 6), "weight among its kind; null when undeclared"),
                        Field.optional(
                                "sensitivity", StringType, "who may see what is published of it; null for everyone"),
                        effectiveFrom(),
                        Field.optional(
                                "effective_to",
                                DateType,
                                "first day on which this version no longer is in force; null for until further notice"))
                .withKey(id, effectiveFrom());
    }

    /** The catalogue's entries as rows of this table. */
    public List<Row> rows(Catalog catalog) {
        List<Row> rows = new ArrayList<>();
        for (OrganisationEntry entry : catalog.entries(OrganisationEntry.class)) {
            if (entry.kind() == kind) {
                rows.add(row(entry));
            }
        }
        return rows;
    }

    private static Row row(OrganisationEntry entry) {
        return RowFactory.create(
                entry.name(),
                entry.title().orElse(null),
                entry.owner().orElse(null),
                entry.businessUnit().orElse(null),
                entry.weight().orElse(null),
                entry.sensitivity().orElse(null),
                entry.effective().from().orElse(null),
                entry.effective().to().orElse(null));
    }

    private static Field effectiveFrom() {
        return Field.optional(
                "effective_from", DateType, "first day on which this version is in force; null for always");
    }
}
