package dev.socialhub.cli.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param fix what to do about it; null when it is fine
 */
record Finding(Status status, String found, @Nullable String fix) {
    Finding {
        found = printable(found);
        fix = fix == null ? null : printable(fix);
    }

    static Finding ok(String found) {
        return new Finding(Status.ok, found, null);
    }

    /** The platform can run, but not as well as it could, or not for long. */
    static Finding warn(String found, String fix) {
        return new Finding(Status.warn, found, fix);
    }

    static Finding fail(String found, String fix) {
        return new Finding(Status.fail, found, fix);
    }

    /** Names of files and processes are others' choice, and may hold control characters. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** The values of {@code status} in JSON. */
    enum Status {
        ok,
        warn,
        fail
    }
}
