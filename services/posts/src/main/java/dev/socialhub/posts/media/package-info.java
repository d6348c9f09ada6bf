/** Pictures and videos of posts: their upload, their rows, and how they are served. */
@NullMarked
package dev.socialhub.posts.media;

import org.jspecify.annotations.NullMarked;
