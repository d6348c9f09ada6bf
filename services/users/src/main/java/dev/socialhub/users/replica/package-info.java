/** Copies of the graph in other services: what can't wait for Kafka is told to them directly. */
@NullMarked
package dev.socialhub.users.replica;

import org.jspecify.annotations.NullMarked;
