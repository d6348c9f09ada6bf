/** The users service, which owns the data that is replicated. */
@NullMarked
package dev.socialhub.people.owner;

import org.jspecify.annotations.NullMarked;
