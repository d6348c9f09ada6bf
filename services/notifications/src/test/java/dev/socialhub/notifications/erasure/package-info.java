@NullMarked
package dev.socialhub.notifications.erasure;

import org.jspecify.annotations.NullMarked;
