/** Tells people what happened to them. */
@NullMarked
package dev.socialhub.notifications;

import org.jspecify.annotations.NullMarked;
