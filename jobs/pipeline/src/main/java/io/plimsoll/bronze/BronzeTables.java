package io.plimsoll.bronze;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import io.plimsoll.source.feed.Feed;
import io.plimsoll.source.feed.Feeds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What ingestion writes. Provenance stands first: Delta keeps statistics of the first columns only. */
public final class BronzeTables {

    /** The source's name in the settings. */
    public static final Field SOURCE = Field.required("source", StringType, "the source's name in plimsoll.yaml");

    /** The file. */
    public static final Field PATH =
            Field.required("path", StringType, "the file below the workspace, or its URI when it lies elsewhere");

    /** Order within the file. */
    public static final Field ROW_NUMBER = Field.required(
            "row_number",
            LongType,
            "position in the file, growing in file order: the record's number, headers not counted; in a later block of a large file"
                    + " the block's first byte plus the number within the block");

    /** The ingestion. */
    public static final Field BATCH_ID =
            Field.required("batch_id", LongType, "the ingestion that read the file; later ones have greater numbers");

    /** The partition of time series. */
    public static final Field DAY = Field.required("day", DateType, "UTC", "day of the row's instant");

    /** Rows that break their feed's contract. */
    public static final TableContract REJECTED_ROW = TableContract.of(
                    "bronze.rejected_row",
                    "One row a record that broke its feed's contract, as often as its file was read")
            .withFields(
                    SOURCE,
                    PATH,
                    Field.required("row_number", LongType, "the record's number in its file, headers not counted"),
                    Field.optional("raw", StringType, "the record as text; null when the format has none"),
                    Field.required("reasons", createArrayType(StringType), "everything that is wrong with it"),
                    BATCH_ID);

    /** The ledger of files. */
    public static final TableContract INGESTED_FILE = TableContract.of(
                    "ops.ingested_file",
                    "One row a reading of a file; the greatest batch of a source and path is its present state")
            .withFields(
                    SOURCE,
                    PATH,
                    Field.optional("size_bytes", LongType, "byte", "length; null for a database"),
                    Field.optional("modified_at", TimestampType, "UTC", "last change of the file; null for a database"),
                    Field.optional("digest", StringType, "SHA-256 of the bytes; null when they could not be read"),
                    BATCH_ID,
                    Field.required("outcome", StringType, "accepted, partly_rejected, rejected or duplicate"),
                    Field.required("rows_read", LongType, "rows_accepted + rows_rejected"),
                    Field.required("rows_accepted", LongType, "rows that went to the feed's table"),
                    Field.required("rows_rejected", LongType, "rows that went to bronze.rejected_row"),
                    Field.optional("error", StringType, "why the whole file was rejected; null when it was not"),
                    Field.optional("note", StringType, "what else is worth knowing; null when nothing is"),
                    Field.required(
                            "read_as",
                            StringType,
                            "digest of the source's settings; a rejected file is read again when they change"),
                    Field.required("ingested_at", TimestampType, "UTC", "when the ingestion began"));

    private BronzeTables() {}

    /** The table of a feed's accepted rows. */
    public static TableContract of(Feed feed) {
        List<Field> fields = new ArrayList<>(List.of(SOURCE, PATH, ROW_NUMBER, BATCH_ID));
        if (feed.instant().isPresent()) {
            fields.add(DAY);
        }
        fields.addAll(feed.fields());
        TableContract contract = TableContract.of("bronze." + feed.name(), feed.grain() + ", as delivered")
                .withFields(fields);
        return feed.instant().isPresent() ? contract.withPartitions(DAY) : contract;
    }

    /** Every table that ingestion writes. */
    public static List<TableContract> all() {
        return Stream.concat(Feeds.all().stream().map(BronzeTables::of), Stream.of(REJECTED_ROW, INGESTED_FILE))
                .toList();
    }
}
