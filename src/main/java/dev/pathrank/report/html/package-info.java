/**
 * Writes a whole report as one HTML page that needs neither a network nor a script. Start at
 * {@link dev.pathrank.report.html.HtmlReport}. Every {@code …Section} turns one part of the report into words, figures
 * and pictures; the templates below {@code src/main/jte} only lay them out and escape them. Computes nothing that
 * another report has not.
 */
@NullMarked
package dev.pathrank.report.html;

import org.jspecify.annotations.NullMarked;
