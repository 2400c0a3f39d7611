/**
 * Writes the functions and APIs that a wave needs as templates. Start at {@link dev.pathrank.report.stack.StackFiles}.
 *
 * <p>{@code Deployment} describes what is deployed as values, independent of any form: resources, in groups. A
 * {@code StackForm} turns them into files last. The same plan gives the same bytes.
 */
@NullMarked
package dev.pathrank.report.stack;

import org.jspecify.annotations.NullMarked;
