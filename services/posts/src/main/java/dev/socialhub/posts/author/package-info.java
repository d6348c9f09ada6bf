/** Whose posts they are: a copy of people's names. */
@NullMarked
package dev.socialhub.posts.author;

import org.jspecify.annotations.NullMarked;
