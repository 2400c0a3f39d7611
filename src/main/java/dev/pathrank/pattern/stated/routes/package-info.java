/**
 * Routes that people have declared: an API description, a list, a table or what a web framework prints becomes
 * {@link dev.pathrank.pattern.stated.routes.DeclaredRoutes}.
 *
 * <p>Start at {@link dev.pathrank.pattern.stated.routes.RouteFile}, which detects the format by the content. Each
 * format is one {@link dev.pathrank.pattern.stated.routes.RouteParser} that yields
 * {@link dev.pathrank.pattern.stated.routes.ParsedRoute}s, and {@link dev.pathrank.pattern.stated.routes.RouteTemplate}
 * turns the placeholder syntax of any framework into printed patterns. No I/O: the caller reads the files.
 */
@NullMarked
package dev.pathrank.pattern.stated.routes;

import org.jspecify.annotations.NullMarked;
