/**
 * Tells the pattern of each path of a list, as a run over logs of the same requests would learn it. Start at
 * {@link dev.pathrank.pattern.assign.Assignment}. Knows nothing of logs: who reads and writes the lists is the caller's business.
 */
package dev.pathrank.pattern.assign;
