package io.plimsoll.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class GraphTest {

    private static final TableContract LANDED = contract("bronze.landed");

    @Test
    void inputsComeBeforeTheirReadersWhateverOrderTheyAreGivenIn() {
        Graph graph = Graph.of(
                List.of(table("gold.c", "silver.b"), table("silver.b", "silver.a"), table("silver.a", "bronze.landed")),
                List.of(LANDED));

        assertThat(graph.inOrder())
                .extracting(table -> table.contract().name())
                .containsExactly("silver.a", "silver.b", "gold.c");
    }

    @Test
    void readersAreTheOtherDirectionOfInputs() {
        Graph graph =
                Graph.of(List.of(table("silver.a", "bronze.landed"), table("gold.c", "silver.a")), List.of(LANDED));

        assertThat(graph.readers("silver.a")).containsExactly("gold.c");
    }

    @Test
    void theGraphUpToATableIsWhatTheTableStandsOn() {
        Graph graph = Graph.of(
                List.of(table("silver.a", "bronze.landed"), table("gold.c", "silver.a"), table("gold.d", "silver.a")),
                List.of(LANDED, contract("bronze.other")));

        assertThat(graph.upTo(Set.of("gold.c")).contracts())
                .extracting(TableContract::name)
                .containsExactly("bronze.landed", "silver.a", "gold.c");
    }

    @Test
    void aTableIsFedByAnyInputThatIsThereAndByTheCatalogueAlone() {
        Table both = table("gold.both", "bronze.landed", "silver.service");
        Table catalogueOnly = table("gold.catalogue", "silver.service");
        Graph graph = Graph.of(List.of(both, catalogueOnly), List.of(LANDED, contract("silver.service")));

        assertThat(graph.isFed(both, "bronze.landed"::equals)).isTrue();
        assertThat(graph.isFed(both, "silver.service"::equals)).isFalse();
        assertThat(graph.isFed(catalogueOnly, name -> false)).isTrue();
    }

    @Test
    void aCycleIsNamed() {
        assertThatThrownBy(() -> Graph.of(List.of(table("gold.a", "gold.b"), table("gold.b", "gold.a")), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tables read each other: gold.a -> gold.b -> gold.a");
    }

    @Test
    void anInputThatIsNobodysTableIsNamed() {
        assertThatThrownBy(() -> Graph.of(List.of(table("gold.a", "silver.gone")), List.of()))
                .hasMessage("gold.a reads silver.gone, which is no table");
    }

    private static Table table(String name, String... inputs) {
        return new Declared(contract(name), List.of(inputs), Recompute.byDay());
    }

    private static TableContract contract(String name) {
        return TableContract.of(name, "One row a day").withFields(Field.required("day", DataTypes.DateType, "day"));
    }

    record Declared(TableContract contract, List<String> inputs, Recompute recompute) implements Table {
        @Override
        public Dataset<Row> build(Inputs read, Parameters parameters) {
            return read.table(inputs.get(0));
        }
    }
}
