/** The tool's client of Kafka. */
@NullMarked
package dev.socialhub.cli.bus;

import org.jspecify.annotations.NullMarked;
