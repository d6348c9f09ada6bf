/**
 * Replicas of the graph in other services: changes that can't wait for Kafka are sent to them
 * directly.
 */
@NullMarked
package dev.socialhub.users.replica;

import org.jspecify.annotations.NullMarked;
