/**
 * Writes what a wave needs of the distribution, and which origin answers for which endpoint. Start at
 * {@link dev.pathrank.report.deploy.PlanDocument}.
 *
 * <p>{@code GatewayRoutes} keeps the rules of API Gateway's paths, {@code BehaviourList} those of CloudFront's. What a
 * format cannot express is left out, and named in the document and to the caller. The same plan gives the same bytes.
 */
@NullMarked
package dev.pathrank.report.deploy;

import org.jspecify.annotations.NullMarked;
