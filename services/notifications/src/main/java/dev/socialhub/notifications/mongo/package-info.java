/** Access to MongoDB: its collections, answers, errors, timeouts and checksums. */
@NullMarked
package dev.socialhub.notifications.mongo;

import org.jspecify.annotations.NullMarked;
