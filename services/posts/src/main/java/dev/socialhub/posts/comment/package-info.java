/** Comments on posts, replies to them, and their likes. */
@NullMarked
package dev.socialhub.posts.comment;

import org.jspecify.annotations.NullMarked;
