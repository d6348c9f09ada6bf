package dev.socialhub.auth.password;

/** A slow hash; runs on the calling thread. */
interface HashFunction {

    /** A PHC string with a salt of its own. */
    String hash(byte[] password);

    boolean verify(String hash, byte[] password);
}
