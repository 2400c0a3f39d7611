/**
 * The routes that people already have: what a description, a list, a table or a web framework says about them becomes
 * {@link dev.pathrank.pattern.stated.routes.DeclaredRoute}s.
 *
 * <p>Start at {@link dev.pathrank.pattern.stated.routes.RouteFile}, which tells the format by the content; each format is one class that yields
 * {@link dev.pathrank.pattern.stated.routes.WrittenRoute}s, and {@link dev.pathrank.pattern.stated.routes.PathSpelling} turns the many spellings of placeholders
 * into the one that is printed. {@link dev.pathrank.pattern.stated.routes.DeclaredRoutes} answers what is declared. Pure: it is given texts and opens no
 * file.
 */
package dev.pathrank.pattern.stated.routes;
