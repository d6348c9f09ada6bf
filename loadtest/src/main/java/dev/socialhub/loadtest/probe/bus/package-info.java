/** Probes of Kafka. */
@NullMarked
package dev.socialhub.loadtest.probe.bus;

import org.jspecify.annotations.NullMarked;
