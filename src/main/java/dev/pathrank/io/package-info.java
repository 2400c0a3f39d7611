/** Functional interfaces that may throw {@link java.io.IOException}. Nothing else belongs here. */
@NullMarked
package dev.pathrank.io;

import org.jspecify.annotations.NullMarked;
