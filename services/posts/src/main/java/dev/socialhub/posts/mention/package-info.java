/** Tells users that posts mention them. */
@NullMarked
package dev.socialhub.posts.mention;

import org.jspecify.annotations.NullMarked;
