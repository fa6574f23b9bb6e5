package io.plimsoll.bridge;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.RowToColumnarExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Rows as the column batches in which Parquet is read, without turning each row into an object first. */
final class ColumnBatches {

    private ColumnBatches() {}

    /** The rows' batches, columns in the rows' order; a batch is valid until the next one is asked for. */
    static JavaRDD<ColumnarBatch> of(Dataset<Row> rows) {
        SparkPlan plan = ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                .queryExecution()
                .executedPlan();
        SparkPlan batches = beforeRows(plan);
        SparkPlan columnar = batches.supportsColumnar() ? batches : new RowToColumnarExec(plan);
        return columnar.executeColumnar().toJavaRDD();
    }

    private static SparkPlan beforeRows(SparkPlan plan) {
        if (plan instanceof WholeStageCodegenExec stage) {
            return beforeRows(stage.child());
        }
        if (plan instanceof ColumnarToRowExec transition) {
            return beforeRows(transition.child());
        }
        return plan instanceof InputAdapter adapter ? beforeRows(adapter.child()) : plan;
    }
}
