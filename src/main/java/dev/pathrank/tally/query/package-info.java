/**
 * Samples of counted requests, sums like the tally. {@link dev.pathrank.tally.query.QuerySample} shows which keys of
 * the query split an endpoint's calls; values of keys are compared and never returned.
 * {@link dev.pathrank.tally.query.RouteSample} has requests of each route that a router has logged.
 */
@NullMarked
package dev.pathrank.tally.query;

import org.jspecify.annotations.NullMarked;
