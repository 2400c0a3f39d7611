/**
 * V2 logs in {@code json}, with one record for each request. Start at {@link dev.pathrank.log.json.JsonLogFormat}. The
 * parser is written for flat records and makes no object for a value, which a general JSON library would.
 */
@NullMarked
package dev.pathrank.log.json;

import org.jspecify.annotations.NullMarked;
