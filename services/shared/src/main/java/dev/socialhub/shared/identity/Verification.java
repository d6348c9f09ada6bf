package dev.socialhub.shared.identity;

/** The result of checking a token. */
public sealed interface Verification {

    record Accepted(VerifiedToken token) implements Verification {}

    /** Not a token of this platform, or no longer. The library logs why, at level DEBUG. */
    record Refused() implements Verification {}

    /** No signing key was ever fetched, so nothing can be said of any token yet. */
    record KeysUnavailable() implements Verification {}
}
