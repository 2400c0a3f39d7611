/**
 * What tallies may take of the memory: {@link dev.pathrank.tally.memory.Limits} caps what one of them holds, and
 * {@link dev.pathrank.tally.memory.HeapGrowth} has what they leave behind collected.
 */
@NullMarked
package dev.pathrank.tally.memory;

import org.jspecify.annotations.NullMarked;
