/**
 * Small additions to {@code java.io}: functional interfaces that may throw {@link java.io.IOException}, such as
 * {@link dev.pathrank.io.IoSupplier}, and a base class for streams that are read in blocks. The package depends on
 * nothing but the JDK.
 */
@NullMarked
package dev.pathrank.io;

import org.jspecify.annotations.NullMarked;
