/**
 * The rules of AWS about paths: what a route of API Gateway can be, and what a cache behaviour of CloudFront matches.
 * Start at {@link dev.pathrank.plan.route.GatewayPaths}. Pure text: it knows patterns and methods, no logs and no plan.
 */
@NullMarked
package dev.pathrank.plan.route;

import org.jspecify.annotations.NullMarked;
