/** Which service answers which path, and what a request to it may look like. */
@NullMarked
package dev.socialhub.gateway.route;

import org.jspecify.annotations.NullMarked;
