package dev.pathrank.cli.options;

import dev.pathrank.report.TableStyle;

/**
 * Checked options of {@code patterns} over logs.
 *
 * @param read what is read, and where results go
 * @param style how the patterns are written
 * @param lockRemarks whether new lines of the lock file have remarks
 */
public record PatternsRequest(ReadRequest read, TableStyle style, boolean lockRemarks) {}
