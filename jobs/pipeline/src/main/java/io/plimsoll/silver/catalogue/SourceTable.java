package io.plimsoll.silver.catalogue;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.plimsoll.config.SourceSettings;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One row a source of the settings. */
public final class SourceTable {

    public static final String NAME = "silver.source";

    public static final Field SOURCE =
            Field.required("source", StringType, "the source's name; the tool of its rows unless they say");
    public static final Field FEED = Field.required("feed", StringType, "the feed that it delivers");
    public static final Field POSITION = Field.required(
            "position", IntegerType, "place in the settings: the first source that has an indicator is its record");

    /** The table's declaration. */
    public static final TableContract CONTRACT = TableContract.of(NAME, "One row a source of the settings")
            .withFields(SOURCE, FEED, POSITION)
            .withKey(SOURCE);

    /** The settings' sources as rows of this table. */
    public static List<Row> rows(List<SourceSettings> sources) {
        List<Row> rows = new ArrayList<>();
        for (SourceSettings source : sources) {
            rows.add(RowFactory.create(source.name(), source.feed(), rows.size()));
        }
        return rows;
    }

    private SourceTable() {}
}
