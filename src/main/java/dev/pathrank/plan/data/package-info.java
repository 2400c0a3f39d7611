/**
 * The figures that a plan is computed with: quotas and rules of an era, prices of a Region, start-up times of runtimes.
 * They ship as YAML beside these classes, each figure with its source and the whole with its date; a user's file of the
 * same form replaces single figures. Start at {@link dev.pathrank.plan.data.QuotaTable} and
 * {@link dev.pathrank.plan.data.PriceList}. A figure that no source states is absent, never guessed.
 */
@NullMarked
package dev.pathrank.plan.data;

import org.jspecify.annotations.NullMarked;
