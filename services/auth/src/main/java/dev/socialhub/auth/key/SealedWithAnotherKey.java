package dev.socialhub.auth.key;

/** What stands in the database can't be opened with the key-encryption key that was given. */
final class SealedWithAnotherKey extends RuntimeException {

    SealedWithAnotherKey(String keyId) {
        super(
                "KEY_ENCRYPTION_KEY does not open signing key "
                        + keyId
                        + "; set it to the value that this database was first started with");
    }
}
