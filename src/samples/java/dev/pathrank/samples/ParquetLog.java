package dev.pathrank.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Writer of log rows as Parquet with the library of the Parquet project, with any of its options. */
public final class ParquetLog {
    /**
     * How a file is written.
     *
     * @param rowGroup bytes of a row group, about
     */
    public record Way(
            CompressionCodecName codec, ParquetProperties.WriterVersion version, boolean dictionary, int rowGroup) {}

    private static final Way USUAL =
            new Way(CompressionCodecName.SNAPPY, ParquetProperties.WriterVersion.PARQUET_1_0, true, 1 << 20);

    private ParquetLog() {}

    static byte[] write(List<Map<String, String>> rows, List<String> fields) {
        return write(rows, fields, USUAL);
    }

    /** The file; a row without a field has a null there. */
    public static byte[] write(List<Map<String, String>> rows, List<String> fields, Way way) {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (String field : fields) {
            schema.optional(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named(rewritten(field));
        }
        MessageType message = schema.named("log");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new Memory(bytes))
                .withConf(new PlainParquetConfiguration())
                .withType(message)
                .withCompressionCodec(way.codec())
                .withWriterVersion(way.version())
                .withDictionaryEncoding(way.dictionary())
                .withRowGroupSize((long) way.rowGroup())
                .withPageSize(4096)
                .build()) {
            SimpleGroupFactory groups = new SimpleGroupFactory(message);
            for (Map<String, String> row : rows) {
                Group group = groups.newGroup();
                for (String field : fields) {
                    if (row.containsKey(field)) {
                        group.append(rewritten(field), row.get(field));
                    }
                }
                writer.write(group);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The name of a column as CloudFront writes it into Parquet. */
    static String rewritten(String field) {
        return field.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", "");
    }

    private record Memory(ByteArrayOutputStream bytes) implements OutputFile {
        @Override
        public PositionOutputStream create(long blockSizeHint) {
            return new PositionOutputStream() {
                @Override
                public long getPos() {
                    return bytes.size();
                }

                @Override
                public void write(int b) {
                    bytes.write(b);
                }

                @Override
                public void write(byte[] from, int offset, int length) {
                    bytes.write(from, offset, length);
                }
            };
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return create(blockSizeHint);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }
}
