package io.plimsoll.silver.catalogue;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.EscalationPath;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One row an escalation path and version of it. */
public final class EscalationPathTable {

    public static final String NAME = "silver.escalation_path";

    public static final Field PATH_ID = Field.required("path_id", StringType, "the path's name");
    public static final Field CONDITION =
            Field.optional("condition", StringType, "when it is followed; null when nobody wrote it");
    public static final Field SCOPE =
            Field.optional("scope", StringType, "the service or component that it is for; null for any");
    public static final Field RESPOND_WITHIN_MINUTES = Field.optional(
            "respond_within_minutes", IntegerType, "min", "minutes from trigger to action; null when none are set");
    public static final Field EFFECTIVE_FROM =
            Field.optional("effective_from", DateType, "first day on which this version is in force; null for always");
    public static final Field EFFECTIVE_TO = Field.optional(
            "effective_to", DateType, "first day on which it no longer is; null for until further notice");

    /** The table's declaration. */
    public static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an escalation path and version: who is called, and how soon they must act")
            .withFields(PATH_ID, CONDITION, SCOPE, RESPOND_WITHIN_MINUTES, EFFECTIVE_FROM, EFFECTIVE_TO)
            .withKey(PATH_ID, EFFECTIVE_FROM);

    /** The catalogue's escalation paths as rows of this table. */
    public static List<Row> rows(Catalog catalog) {
        return catalog.escalationPaths().stream().map(EscalationPathTable::row).toList();
    }

    private static Row row(EscalationPath path) {
        return RowFactory.create(
                path.name(),
                path.condition().orElse(null),
                path.scope().orElse(null),
                path.respondWithinMinutes().orElse(null),
                path.effective().from().orElse(null),
                path.effective().to().orElse(null));
    }

    private EscalationPathTable() {}
}
