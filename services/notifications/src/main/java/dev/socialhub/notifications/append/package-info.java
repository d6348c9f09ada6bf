/** Gives announcements their numbers, and adds them to their recipients' rows. */
@NullMarked
package dev.socialhub.notifications.append;

import org.jspecify.annotations.NullMarked;
