package dev.socialhub.auth.password;

/** A slow hash; runs on the calling thread. */
interface HashFunction {

    /** Returns a PHC string with its own salt. */
    String hash(byte[] password);

    boolean verify(String hash, byte[] password);
}
