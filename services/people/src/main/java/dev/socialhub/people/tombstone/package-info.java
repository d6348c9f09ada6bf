/** The deleted users, recorded so that no late event restores them. */
@NullMarked
package dev.socialhub.people.tombstone;

import org.jspecify.annotations.NullMarked;
