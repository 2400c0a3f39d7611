/**
 * A sample of counted requests that shows which keys of the query split an endpoint's calls. Start at
 * {@link dev.pathrank.tally.query.QuerySample}, a sum like the tally. Values of keys are compared and never returned.
 */
@NullMarked
package dev.pathrank.tally.query;

import org.jspecify.annotations.NullMarked;
