@NullMarked
package dev.socialhub.notifications.event;

import org.jspecify.annotations.NullMarked;
