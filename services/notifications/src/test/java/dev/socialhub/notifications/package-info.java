@NullMarked
package dev.socialhub.notifications;

import org.jspecify.annotations.NullMarked;
