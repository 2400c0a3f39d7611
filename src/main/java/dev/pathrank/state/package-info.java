/**
 * What a daily batch remembers: one tally file for each UTC day of requests, and a manifest that names them and every object whose rows are in
 * them. Start at {@link dev.pathrank.state.State}. All files but the manifest are made once and never changed; a new manifest makes all changes valid
 * at once. Where the files lie is up to a {@link dev.pathrank.source.Store}. Nothing here reads logs.
 */
package dev.pathrank.state;
