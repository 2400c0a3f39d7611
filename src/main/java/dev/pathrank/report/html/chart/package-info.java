/**
 * Draws the charts of a page as SVG: geometry and words in, a picture out. Every picture is drawn from figures that a
 * table beside it has too. Start at {@link dev.pathrank.report.html.chart.Svg}. Knows neither plans nor logs.
 */
@NullMarked
package dev.pathrank.report.html.chart;

import org.jspecify.annotations.NullMarked;
