/** Following over HTTP: changes, and the lists of followers and followed users. */
@NullMarked
package dev.socialhub.users.follow;

import org.jspecify.annotations.NullMarked;
