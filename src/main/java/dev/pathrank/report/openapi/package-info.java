/**
 * Writes the endpoints of a ranking as an OpenAPI 3.1 document. Start at
 * {@link dev.pathrank.report.openapi.OpenApiDocument}; {@code PathTemplate} names the parameters of a path. The same
 * ranking gives the same bytes.
 */
@NullMarked
package dev.pathrank.report.openapi;

import org.jspecify.annotations.NullMarked;
