/**
 * pathrank reads CloudFront access logs and says in which order the endpoints of a monolith should move. Start at
 * {@link dev.pathrank.Main}. The packages below follow the way of the data: {@code source}, {@code log}, {@code pattern},
 * {@code tally}, {@code rank}, {@code report}; {@code cli} drives them and nobody but {@code Main} knows it.
 */
package dev.pathrank;
