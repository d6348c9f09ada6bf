/** Replicas of other services' rows, described by data: how they are written and repaired. */
@NullMarked
package dev.socialhub.people.replica;

import org.jspecify.annotations.NullMarked;
