/** The posts of a hashtag, and how many there are. */
@NullMarked
package dev.socialhub.posts.tag;

import org.jspecify.annotations.NullMarked;
