package dev.socialhub.auth.key;

import java.util.List;
import java.util.function.Supplier;

/** Where sealed signing keys are kept. */
interface StoredKeys {

    /** All keys, the oldest first. */
    List<SealedKey> all();

    /** All keys, after one was made if there was none; of two callers one makes it. */
    List<SealedKey> allOrFirst(Supplier<SealedKey> first);
}
