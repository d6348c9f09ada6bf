@NullMarked
package dev.socialhub.notifications.notification;

import org.jspecify.annotations.NullMarked;
