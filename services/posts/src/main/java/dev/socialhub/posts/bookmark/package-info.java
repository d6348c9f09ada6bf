/** Posts that users keep for themselves. Only their owner knows of them. */
@NullMarked
package dev.socialhub.posts.bookmark;

import org.jspecify.annotations.NullMarked;
