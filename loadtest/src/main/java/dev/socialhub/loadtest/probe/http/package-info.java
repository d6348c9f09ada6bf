/** Probes that are asked over HTTP, and who asks them. */
@NullMarked
package dev.socialhub.loadtest.probe.http;

import org.jspecify.annotations.NullMarked;
