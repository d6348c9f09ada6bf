/** Removes notifications that were kept long enough, the oldest of a row first. */
@NullMarked
package dev.socialhub.notifications.expiry;

import org.jspecify.annotations.NullMarked;
