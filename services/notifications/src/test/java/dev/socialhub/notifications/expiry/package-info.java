@NullMarked
package dev.socialhub.notifications.expiry;

import org.jspecify.annotations.NullMarked;
