package dev.socialhub.auth.key;

/** A stored signing key can't be decrypted with the key-encryption key that is configured. */
final class SealedWithAnotherKey extends RuntimeException {

    SealedWithAnotherKey(String keyId) {
        super(
                "KEY_ENCRYPTION_KEY does not decrypt signing key "
                        + keyId
                        + "; set it to the value that this database was first started with");
    }
}
