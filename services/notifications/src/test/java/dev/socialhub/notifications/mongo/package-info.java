@NullMarked
package dev.socialhub.notifications.mongo;

import org.jspecify.annotations.NullMarked;
