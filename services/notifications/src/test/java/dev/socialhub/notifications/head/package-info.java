@NullMarked
package dev.socialhub.notifications.head;

import org.jspecify.annotations.NullMarked;
