/** Notifies users of what happened to them. */
@NullMarked
package dev.socialhub.notifications;

import org.jspecify.annotations.NullMarked;
