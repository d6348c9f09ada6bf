/** Kafka, as the tool asks it and reads it. */
@NullMarked
package dev.socialhub.cli.bus;

import org.jspecify.annotations.NullMarked;
