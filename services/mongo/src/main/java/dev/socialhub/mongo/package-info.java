/** Access to MongoDB: its collections, answers, errors, timeouts, indexes and checksums. */
@NullMarked
package dev.socialhub.mongo;

import org.jspecify.annotations.NullMarked;
