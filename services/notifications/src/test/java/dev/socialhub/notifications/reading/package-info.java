@NullMarked
package dev.socialhub.notifications.reading;

import org.jspecify.annotations.NullMarked;
