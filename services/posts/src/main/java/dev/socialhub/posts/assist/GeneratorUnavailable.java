package dev.socialhub.posts.assist;

/** A generator gave no text, and may give one later. */
final class GeneratorUnavailable extends RuntimeException {

    GeneratorUnavailable(String message) {
        super(message);
    }

    GeneratorUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
