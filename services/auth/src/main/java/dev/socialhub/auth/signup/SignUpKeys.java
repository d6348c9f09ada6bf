package dev.socialhub.auth.signup;

import java.time.Duration;
import java.util.Optional;

/** The store of sign-up keys, which are kept for a day. */
interface SignUpKeys {

    Duration KEPT = Duration.ofHours(24);

    Optional<SignUpKey> find(String key);

    /** Takes a key, unless it is taken; waits for a concurrent request that is just taking it. */
    boolean claim(SignUpKey key);
}
