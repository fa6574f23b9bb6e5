package io.plimsoll.bridge;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.RowToColumnarExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.jdk.javaapi.CollectionConverters;

/** Rows as the column batches in which Parquet is read, without turning each row into an object first. */
final class ColumnBatches {

    private ColumnBatches() {}

    /** The rows' batches, columns in the rows' order; a batch is valid until the next one is asked for. */
    static JavaRDD<ColumnarBatch> of(Dataset<Row> rows) {
        SparkPlan plan = ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                .queryExecution()
                .executedPlan();
        SparkPlan read = beforeRows(plan);
        SparkPlan columnar = read.supportsColumnar() ? read : new RowToColumnarExec(plan);
        int[] columns = positions(plan, columnar);
        return columnar.executeColumnar().toJavaRDD().mapPartitions((FlatMapFunction<
                        Iterator<ColumnarBatch>, ColumnarBatch>)
                batches -> new SelectedColumns(batches, columns));
    }

    /** The plan below the steps that only turn batches into rows and leave columns out. */
    private static SparkPlan beforeRows(SparkPlan plan) {
        if (plan instanceof WholeStageCodegenExec stage) {
            return beforeRows(stage.child());
        }
        if (plan instanceof ColumnarToRowExec transition) {
            return beforeRows(transition.child());
        }
        if (plan instanceof InputAdapter adapter) {
            return beforeRows(adapter.child());
        }
        return plan instanceof ProjectExec project && computesNothing(project) ? beforeRows(project.child()) : plan;
    }

    private static boolean computesNothing(ProjectExec project) {
        return CollectionConverters.asJava(project.projectList()).stream()
                .allMatch(AttributeReference.class::isInstance);
    }

    private static int[] positions(SparkPlan wanted, SparkPlan read) {
        List<Long> ids = new ArrayList<>();
        for (Attribute attribute : CollectionConverters.asJava(read.output())) {
            ids.add(attribute.exprId().id());
        }
        return CollectionConverters.asJava(wanted.output()).stream()
                .mapToInt(attribute -> ids.indexOf(attribute.exprId().id()))
                .toArray();
    }

    /** Batches with some of their columns. */
    private static final class SelectedColumns implements Iterator<ColumnarBatch> {

        private final Iterator<ColumnarBatch> batches;
        private final int[] columns;

        SelectedColumns(Iterator<ColumnarBatch> batches, int[] columns) {
            this.batches = batches;
            this.columns = columns;
        }

        @Override
        public boolean hasNext() {
            return batches.hasNext();
        }

        @Override
        public ColumnarBatch next() {
            ColumnarBatch batch = batches.next();
            ColumnVector[] selected = new ColumnVector[columns.length];
            for (int i = 0; i < columns.length; i++) {
                selected[i] = batch.column(columns[i]);
            }
            return new ColumnarBatch(selected, batch.numRows());
        }
    }
}
