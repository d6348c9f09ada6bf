/** Probes over HTTP, and the client that sends their requests. */
@NullMarked
package dev.socialhub.loadtest.probe.http;

import org.jspecify.annotations.NullMarked;
