package io.plimsoll.source.format;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import io.plimsoll.source.landing.Content;
import io.plimsoll.source.landing.Opened;
import io.plimsoll.source.landing.UnreadableFile;
import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Parquet files with the types that they carry. */
public final class ParquetFormat implements Format {

    @Override
    public Content inspect(Opened file, Request request) throws IOException, UnreadableFile {
        return Content.of(columns(file));
    }

    /** The columns in the file's footer. */
    static StructType columns(Opened file) throws IOException, UnreadableFile {
        HadoopInputFile input = HadoopInputFile.fromPath(new Path(file.file().uri()), file.configuration());
        try (ParquetFileReader reader = ParquetFileReader.open(input)) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            return new ParquetToSparkSchemaConverter(SQLConf.get()).convert(schema);
        } catch (RuntimeException notParquet) {
            throw new UnreadableFile("the file is not readable as Parquet ("
                    + String.valueOf(notParquet.getMessage())
                            .lines()
                            .findFirst()
                            .orElse("") + ")");
        }
    }

    @Override
    public Dataset<Row> records(SparkSession session, Reading reading) {
        Dataset<Row> read = session.read()
                .schema(reading.columns())
                .options(reading.request().source().options())
                .option("__globPaths__", "false")
                .parquet(reading.uris());
        return Records.located(read, reading.files())
                .withColumn(Records.BROKEN, lit(null).cast(DataTypes.StringType));
    }

    @Override
    public Column raw(Reading reading) {
        return asJson(reading.columns());
    }

    /** All columns as a JSON object. */
    static Column asJson(StructType columns) {
        return to_json(struct(Arrays.stream(columns.fieldNames())
                .map(name -> col(Format.quoted(name)))
                .toArray(Column[]::new)));
    }
}
