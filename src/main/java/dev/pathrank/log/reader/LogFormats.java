package dev.pathrank.log.reader;

import dev.pathrank.log.LogFormat;
import dev.pathrank.log.LogOptions;
import dev.pathrank.log.json.JsonLogFormat;
import dev.pathrank.log.parquet.ParquetLogFormat;
import dev.pathrank.log.text.TextLogFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The log formats that are read. The first that recognises an object reads it, so the one that accepts any text is
 * last.
 */
enum LogFormats {
    PARQUET(ParquetLogFormat::new),
    JSON(JsonLogFormat::new),
    TEXT(TextLogFormat::new);

    private final Function<LogOptions, LogFormat> factory;

    LogFormats(Function<LogOptions, LogFormat> factory) {
        this.factory = factory;
    }

    /** Makes an instance of each format, in order. */
    static List<LogFormat> create(LogOptions options) {
        return Stream.of(values()).map(format -> format.factory.apply(options)).toList();
    }
}
