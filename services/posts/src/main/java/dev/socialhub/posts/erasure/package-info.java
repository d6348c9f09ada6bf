/** The erasure of what users have added to posts and comments, by descriptions of its tables. */
@NullMarked
package dev.socialhub.posts.erasure;

import org.jspecify.annotations.NullMarked;
