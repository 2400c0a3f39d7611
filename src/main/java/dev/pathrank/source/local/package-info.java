/**
 * Log objects on this machine: a file, a folder with all that is below it, and standard input. Start at
 * {@link dev.pathrank.source.local.LocalSource}. Files are opened where they lie and read once, from front to back;
 * nothing is written or kept, and what cannot be read is named rather than passed over.
 */
@NullMarked
package dev.pathrank.source.local;

import org.jspecify.annotations.NullMarked;
