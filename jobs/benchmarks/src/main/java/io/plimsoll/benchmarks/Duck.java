package io.plimsoll.benchmarks;

import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.Lake;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;

/** DuckDB in this process, on two threads, over the files of a table's newest version. */
final class Duck implements AutoCloseable {

    private final Connection connection;

    Duck(Lake lake, TableContract table) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        String files = Arrays.stream(lake.read(table).inputFiles())
                .map(file -> "'" + Path.of(URI.create(file)) + "'")
                .collect(Collectors.joining(", "));
        run("SET threads = 2");
        run("SET TimeZone = 'UTC'");
        run("CREATE VIEW slots AS SELECT * FROM read_parquet([" + files + "], hive_partitioning = true)");
    }

    /** Runs one statement. */
    void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB: " + e.getMessage() + " in " + sql, e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
