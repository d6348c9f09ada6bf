/** What is done about news of people. */
@NullMarked
package dev.socialhub.posts.user;

import org.jspecify.annotations.NullMarked;
