package io.plimsoll.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.source.feed.Feed;
import io.plimsoll.source.feed.Feeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;

/**
 * One row a record of a keyed feed as it stands: of several deliveries of a key the latest (by {@code updated_at} where rows
 * carry it, else by arrival). The table has the feed's own columns and the source that delivered the row.
 */
public final class KeyedFeed implements Table {

    /** Feeds that become tables of another shape, each by a class of its own. */
    private static final Set<String> OTHERWISE = Set.of("sli_measurement", "resource_usage", "billing");

    private static final Field SOURCE =
            Field.required("source", DataTypes.StringType, "the source that delivered the row");

    private final Feed feed;
    private final TableContract contract;

    private KeyedFeed(Feed feed) {
        this.feed = feed;
        this.contract = new TableContract(
                "silver." + feed.name(),
                feed.grain() + ", as last delivered",
                fields(feed),
                feed.key(),
                feed.checks(),
                List.of());
    }

    /** A table for every feed whose records are kept as delivered. */
    public static List<Table> all() {
        return Feeds.all().stream()
                .filter(feed -> !OTHERWISE.contains(feed.name()))
                .<Table>map(KeyedFeed::new)
                .toList();
    }

    private static List<Field> fields(Feed feed) {
        List<Field> fields = new ArrayList<>(feed.fields());
        fields.add(SOURCE);
        return fields;
    }

    @Override
    public TableContract contract() {
        return contract;
    }

    @Override
    public List<String> inputs() {
        return List.of("bronze." + feed.name());
    }

    @Override
    public Recompute recompute() {
        return Recompute.whole();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        WindowSpec record = Window.partitionBy(
                        feed.key().stream().map(name -> col(name)).toArray(Column[]::new))
                .orderBy(Deliveries.latestFirst());
        return inputs.table("bronze." + feed.name())
                .withColumn("_delivery", row_number().over(record))
                .where(col("_delivery").equalTo(1))
                .select(contract.columns());
    }
}
