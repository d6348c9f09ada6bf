package dev.socialhub.auth.key;

import java.util.List;
import java.util.function.Supplier;

/** The store of encrypted signing keys. */
interface StoredKeys {

    /** All keys, the oldest first. */
    List<SealedKey> all();

    /** All keys. Generates one first if there is none; of two concurrent callers, one does so. */
    List<SealedKey> allOrFirst(Supplier<SealedKey> first);
}
