/** Removes the notifications of deleted users. */
@NullMarked
package dev.socialhub.notifications.erasure;

import org.jspecify.annotations.NullMarked;
