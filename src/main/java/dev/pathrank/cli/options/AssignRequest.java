package dev.pathrank.cli.options;

import dev.pathrank.cli.message.Verbosity;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Checked options of {@code patterns --assign}.
 *
 * @param in the list of requests; {@code -} for standard input
 * @param out where their patterns are written; null for standard output
 * @param folding how paths become endpoints
 * @param verbosity how much is printed on the way
 */
public record AssignRequest(Path in, @Nullable Path out, FoldingOptions folding, Verbosity verbosity) {}
