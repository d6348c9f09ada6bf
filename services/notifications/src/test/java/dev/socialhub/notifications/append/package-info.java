@NullMarked
package dev.socialhub.notifications.append;

import org.jspecify.annotations.NullMarked;
