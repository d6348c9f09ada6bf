package dev.socialhub.auth.signup;

import java.time.Duration;
import java.util.Optional;

/** Where the keys of sign-ups are kept, for a day. */
interface SignUpKeys {

    Duration KEPT = Duration.ofHours(24);

    Optional<SignUpKey> find(String key);

    /** Takes a key, unless it is taken; waits for another who is just taking it. */
    boolean claim(SignUpKey key);
}
