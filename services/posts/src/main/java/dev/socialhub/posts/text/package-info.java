/** What a post's text contains: hashtags and mentions. No I/O. */
@NullMarked
package dev.socialhub.posts.text;

import org.jspecify.annotations.NullMarked;
