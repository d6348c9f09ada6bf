/** How many requests of users are worked on at a time, and what is refused beyond that. */
@NullMarked
package dev.socialhub.shared.admission;

import org.jspecify.annotations.NullMarked;
