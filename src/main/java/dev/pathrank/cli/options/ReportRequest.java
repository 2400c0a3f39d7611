package dev.pathrank.cli.options;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Checked options of {@code report}.
 *
 * @param plan everything but the comparison
 * @param comparison what is compared; null for no comparison
 * @param stepSummary the file to which a summary in Markdown is added; null for none
 */
public record ReportRequest(
        PlanRequest plan,
        @Nullable CompareRequest comparison,
        @Nullable Path stepSummary) {}
