/** Events that were written to an outbox and that Kafka has not taken yet. */
@NullMarked
package dev.socialhub.cli.outbox;

import org.jspecify.annotations.NullMarked;
