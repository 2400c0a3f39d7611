/**
 * Writes what a wave needs as documents that AWS's own tools take. Start at {@link dev.pathrank.report.deploy.PlanDocument}.
 *
 * <p>{@code GatewayRoutes} keeps the rules of API Gateway's paths, {@code Behaviours} those of CloudFront's. What a format cannot
 * express is left out, and said in the document and to the caller. The same plan gives the same bytes.
 */
package dev.pathrank.report.deploy;
