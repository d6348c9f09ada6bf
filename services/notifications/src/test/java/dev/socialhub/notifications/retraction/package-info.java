@NullMarked
package dev.socialhub.notifications.retraction;

import org.jspecify.annotations.NullMarked;
