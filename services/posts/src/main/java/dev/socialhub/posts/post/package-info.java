/** Posts: publishing, reading, editing, deleting. */
@NullMarked
package dev.socialhub.posts.post;

import org.jspecify.annotations.NullMarked;
