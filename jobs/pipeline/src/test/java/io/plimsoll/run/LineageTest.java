package io.plimsoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.bridge.Histograms;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Table;
import io.plimsoll.testing.LocalSpark;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table of the product, built from empty inputs: what it reads and what it gives are what it declares. */
class LineageTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);
    private static final Graph GRAPH = AllTables.graph();
    private static final Map<String, Built> BUILT = new HashMap<>();

    @BeforeAll
    static void registerFunctions() {
        Histograms.register(LocalSpark.session());
    }

    static Stream<Table> tables() {
        return GRAPH.inOrder().stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableReadsEveryInputThatItDeclaresAndNoOther(Table table) {
        assertThat(built(table).read())
                .as("inputs of " + table.contract().name())
                .containsExactlyInAnyOrderElementsOf(table.inputs());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aBuildEndsInTheColumnsOfItsContract(Table table) {
        assertThat(columns(built(table).rows().schema().fields()))
                .as("columns of " + table.contract().name())
                .isEqualTo(columns(table.contract().schema().fields()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void ofNothingComesNothing(Table table) {
        assertThat(built(table).rows().takeAsList(1))
                .as("rows of " + table.contract().name())
                .isEmpty();
    }

    private static Built built(Table table) {
        return BUILT.computeIfAbsent(table.contract().name(), name -> {
            Set<String> read = new TreeSet<>();
            Inputs inputs = input -> {
                read.add(input);
                return LocalSpark.session()
                        .createDataFrame(
                                List.of(), GRAPH.contract(input).schema().asNullable());
            };
            return new Built(table.build(inputs, new Parameters(AS_OF, ZoneOffset.UTC, Optional.empty())), read);
        });
    }

    /** Whether an element may be null, and comments inside structs, are no part of a type. */
    private static final Pattern TYPE_ONLY = Pattern.compile(" NOT NULL| COMMENT '(\\\\'|[^'])*'");

    private static List<String> columns(StructField[] fields) {
        List<String> columns = new ArrayList<>();
        for (StructField field : fields) {
            columns.add(field.name() + " "
                    + TYPE_ONLY.matcher(field.dataType().sql()).replaceAll(""));
        }
        return columns;
    }

    private record Built(Dataset<Row> rows, Set<String> read) {}
}
