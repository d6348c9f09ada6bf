/** Hides notifications whose fact no longer holds. */
@NullMarked
package dev.socialhub.notifications.retraction;

import org.jspecify.annotations.NullMarked;
