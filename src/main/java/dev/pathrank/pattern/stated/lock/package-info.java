/**
 * Patterns that people have reviewed, as a file that lives beside their code. Start at {@link dev.pathrank.pattern.stated.lock.LockFile}. No I/O: text comes in
 * and goes out.
 */
package dev.pathrank.pattern.stated.lock;
