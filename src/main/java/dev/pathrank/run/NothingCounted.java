package dev.pathrank.run;

import dev.pathrank.log.FilterOptions;
import dev.pathrank.source.ListingFilter;
import dev.pathrank.tally.RowCounts;
import dev.pathrank.tally.SeenRows;

/**
 * What is known of a run without a counted row.
 *
 * @param rows what became of the rows
 * @param seen the rows before filters
 * @param filter which rows count
 * @param listing from which time rows count
 */
public record NothingCounted(RowCounts rows, SeenRows seen, FilterOptions filter, ListingFilter listing) {}
