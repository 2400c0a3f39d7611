/**
 * What a month costs, from billed amounts and a list of prices: Lambda and API Gateway
 * ({@link dev.pathrank.plan.cost.Cost}), and what else can answer or is paid beside them. Start at
 * {@link dev.pathrank.plan.cost.Cost}. Knows neither logs nor endpoints.
 */
@NullMarked
package dev.pathrank.plan.cost;

import org.jspecify.annotations.NullMarked;
