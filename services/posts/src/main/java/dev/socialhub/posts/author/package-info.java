/** The authors of posts: a replica of users' names. */
@NullMarked
package dev.socialhub.posts.author;

import org.jspecify.annotations.NullMarked;
