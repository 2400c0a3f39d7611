/**
 * pathrank reads CloudFront access logs and says in which order the endpoints of a monolith should move. Start at
 * {@link dev.pathrank.Main}. The packages below follow the data: {@code source}, {@code log}, {@code pattern},
 * {@code tally}, {@code rank}, {@code report}; {@code run} counts the logs of some sources, and {@code cli} and
 * {@code spark} drive it.
 */
@NullMarked
package dev.pathrank;

import org.jspecify.annotations.NullMarked;
