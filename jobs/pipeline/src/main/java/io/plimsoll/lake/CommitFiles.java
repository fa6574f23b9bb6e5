package io.plimsoll.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The names of a Delta table's commits, as its protocol lays them down: {@code _delta_log/<20 digits>.json}, the newest of which
 * is never cleaned up. One listing tells the version, where Delta's own answer first rebuilds the table's state; a run asks for
 * the version of every table.
 */
final class CommitFiles {

    private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");

    private CommitFiles() {}

    /** Number of the newest commit, or {@link Lake#ABSENT} where there is none. */
    static long newest(String table, Configuration configuration) {
        Path log = new Path(table, "_delta_log");
        try {
            long newest = Lake.ABSENT;
            for (FileStatus file : log.getFileSystem(configuration).listStatus(log)) {
                Matcher commit = COMMIT.matcher(file.getPath().getName());
                if (commit.matches()) {
                    newest = Math.max(newest, Long.parseLong(commit.group(1)));
                }
            }
            return newest;
        } catch (FileNotFoundException absent) {
            return Lake.ABSENT;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
