/**
 * The one door to the platform: a streaming reverse proxy that authenticates, routes and balances.
 */
@NullMarked
package dev.socialhub.gateway;

import org.jspecify.annotations.NullMarked;
