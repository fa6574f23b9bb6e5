package io.plimsoll.config;

import java.util.List;
import java.util.Optional;

/**
 * A section of the governance pack: a question to the published tables, how its answer is introduced, and the pictures of it.
 *
 * <p>Queries are Spark SQL over silver and gold tables. {@code :quarter_start} is the quarter's first day, {@code :quarter_end} the first day after it, {@code :as_of} the date of
 * the run whose snapshots are asked, {@code :as_of_at} the instant at which it begins. A query orders its rows, so that the same tables give the same pack.
 *
 * @param title of the section, unique in the pack
 * @param says what a reader should know before the table
 * @param none what stands in the table's place when there is no row
 * @param rows the query of the table; the names of its columns are the headings
 * @param bars a picture of the table
 * @param series pictures of series
 * @param file the file that declares it
 * @param line line of the query in that file, counted from 1
 */
public record PackSection(
        String title,
        String says,
        String none,
        String rows,
        Optional<Bars> bars,
        Optional<Series> series,
        String file,
        int line) {

    /**
     * Bars of the table: its first column names them, its numbers are their parts.
     *
     * @param title of the picture
     * @param unit of the numbers
     */
    public record Bars(String title, String unit) {}

    /**
     * A picture for each series of a query, the first six by its order.
     *
     * @param unit of the values
     * @param seen query of what was seen: {@code series, day, value} in order; with a limit {@code limit} too
     * @param ahead query of what is expected: {@code series, step_at, mean, lo80, hi80, lo95, hi95} in order; empty for none
     * @param demand whether what is expected is the demand that {@code gold.capacity_plan} expects of the values seen, shares of the raw capacity by day; the
     *     query then has {@code horizon_days} too
     * @param limit name of the level across the picture, whose height is the column {@code limit}; empty for none
     * @param line line of the query of what was seen, counted from 1
     */
    public record Series(
            String unit, String seen, Optional<String> ahead, boolean demand, Optional<String> limit, int line) {}

    /** The file of a workspace that takes the place of the delivered pack. */
    public static final String FILE = "pack.yaml";

    /**
     * The sections of a workspace's pack: its {@code pack.yaml}, where it has none that of {@code conf}. A section that is wrong is left out, with its problems.
     */
    public static Loaded<List<PackSection>> load(WorkspaceFiles files) {
        return files.exists(FILE)
                ? PackReader.read(FILE, files.read(FILE))
                : PackReader.read(Defaults.PACK, Defaults.read(Defaults.PACK));
    }
}
