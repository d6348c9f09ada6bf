/**
 * The single entry point of the platform: a streaming reverse proxy that authenticates, routes and
 * balances requests.
 */
@NullMarked
package dev.socialhub.gateway;

import org.jspecify.annotations.NullMarked;
