package dev.pathrank.cli.options;

import dev.pathrank.compare.MovedEndpoints;
import dev.pathrank.compare.Tolerances;
import dev.pathrank.report.ReportOptions;

/**
 * Checked options of {@code compare}.
 *
 * @param read how logs are read, and where results go; its sources are those of both periods
 * @param periods what is compared
 * @param tolerances how much worse an endpoint may get
 * @param moved the endpoints that have moved
 * @param report which rows are printed, and how
 * @param failOnRegression whether an endpoint that must be rolled back crosses a threshold
 */
public record CompareRequest(
        ReadRequest read,
        ComparedPeriods periods,
        Tolerances tolerances,
        MovedEndpoints moved,
        ReportOptions report,
        boolean failOnRegression) {}
