/**
 * Writes a plan as a table with a row for each endpoint, or as a page of Markdown for people. Start at
 * {@link dev.pathrank.report.plan.PlanReport}. Every {@code PlanPage…} writes one section of the page. Computes
 * nothing: the figures come from {@code plan}.
 */
@NullMarked
package dev.pathrank.report.plan;

import org.jspecify.annotations.NullMarked;
