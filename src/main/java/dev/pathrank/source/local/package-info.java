/**
 * Log objects on this machine: a file, a folder with all files below it, and standard input; and a folder as the place
 * of a saved state ({@link dev.pathrank.source.local.FolderStore}). Start at
 * {@link dev.pathrank.source.local.LocalSource}. Log files are only read. A file that cannot be read is listed as an
 * object that fails, so that it is reported.
 */
@NullMarked
package dev.pathrank.source.local;

import org.jspecify.annotations.NullMarked;
