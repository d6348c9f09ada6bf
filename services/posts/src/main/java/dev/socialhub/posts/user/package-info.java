/** The handling of events about users. */
@NullMarked
package dev.socialhub.posts.user;

import org.jspecify.annotations.NullMarked;
