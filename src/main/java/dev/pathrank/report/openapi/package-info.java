/**
 * Writes what was learned as an OpenAPI 3.1 document. Start at {@link dev.pathrank.report.openapi.OpenApiDocument};
 * {@code PathTemplate} names the parameters of a path. The same ranking gives the same bytes.
 */
package dev.pathrank.report.openapi;
