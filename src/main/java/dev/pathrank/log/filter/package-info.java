/**
 * Which parsed rows a run is asked to count. Start at {@link dev.pathrank.log.filter.RowFilter}. Pure and immutable: filters are
 * built once from options and shared by every thread; a row that a filter drops is still accounted for by whoever asked.
 */
package dev.pathrank.log.filter;
