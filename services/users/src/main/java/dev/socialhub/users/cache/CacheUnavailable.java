package dev.socialhub.users.cache;

import org.jspecify.annotations.Nullable;

/** Redis did not answer in time, or at all. It may have done what it was asked. */
final class CacheUnavailable extends RuntimeException {

    CacheUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }
}
