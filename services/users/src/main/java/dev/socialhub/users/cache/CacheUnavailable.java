package dev.socialhub.users.cache;

import org.jspecify.annotations.Nullable;

/** Redis did not answer in time, or at all. The command may have been executed. */
final class CacheUnavailable extends RuntimeException {

    CacheUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }
}
