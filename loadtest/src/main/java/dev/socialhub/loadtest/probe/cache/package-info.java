/** Probes of Redis. */
@NullMarked
package dev.socialhub.loadtest.probe.cache;

import org.jspecify.annotations.NullMarked;
