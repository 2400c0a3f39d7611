/**
 * The figures that a plan is reckoned with: quotas and rules of an era, prices of a Region, start-up times of runtimes. They ship as YAML beside
 * these classes, each figure with its source and the whole with its date; a user's file of the same form replaces single figures. Start at
 * {@link dev.pathrank.plan.data.Quotas} and {@link dev.pathrank.plan.data.Prices}. A figure that no source states is absent, never guessed.
 */
package dev.pathrank.plan.data;
