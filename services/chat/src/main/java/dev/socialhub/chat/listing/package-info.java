/** The conversations of a user, and how far they are read. */
@NullMarked
package dev.socialhub.chat.listing;

import org.jspecify.annotations.NullMarked;
