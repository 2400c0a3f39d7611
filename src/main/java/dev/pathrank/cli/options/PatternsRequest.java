package dev.pathrank.cli.options;

import dev.pathrank.report.Format;

/**
 * Checked options of {@code patterns} over logs.
 *
 * @param read what is read, and where results go
 * @param format how the patterns are written
 */
public record PatternsRequest(ReadRequest read, Format format) {}
