/** Following over HTTP: changes, and the lists of who follows whom. */
@NullMarked
package dev.socialhub.users.follow;

import org.jspecify.annotations.NullMarked;
