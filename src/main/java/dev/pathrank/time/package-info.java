/** Units of time that every layer counts in. Knows nothing of logs; start at {@link dev.pathrank.time.UtcDay}. */
@NullMarked
package dev.pathrank.time;

import org.jspecify.annotations.NullMarked;
