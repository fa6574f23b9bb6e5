package io.plimsoll.benchmarks;

import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Table;
import io.plimsoll.lake.Lake;
import io.plimsoll.silver.SliDay;
import io.plimsoll.silver.SliHour;
import io.plimsoll.silver.SliSample;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The rollup as the pipeline computes and writes it. */
final class OurRollup {

    private final Lake lake;
    private final Parameters all;

    OurRollup(Lake lake, MinuteSlots slots) {
        this.lake = lake;
        this.all = new Parameters(MinuteSlots.FIRST_DAY.plusDays(slots.days()), ZoneOffset.UTC, Optional.empty());
    }

    /** {@code silver.sli_hour} from the slots. */
    void hours() {
        write(new SliHour(), new SliSample());
    }

    /** {@code silver.sli_day} from the hours. */
    void days() {
        write(new SliDay(), new SliHour());
    }

    private void write(Table table, Table input) {
        Dataset<Row> rows = lake.read(input.contract());
        Inputs inputs = name -> rows;
        lake.replaceAll(table.contract(), table.build(inputs, all));
    }
}
