package dev.socialhub.cli.check;

import dev.socialhub.cli.terminal.Printable;
import org.jspecify.annotations.Nullable;

/**
 * The finding of a check.
 *
 * @param fix what to do about it; null when it is fine
 */
public record Finding(Status status, String found, @Nullable String fix) {
    public Finding {
        found = Printable.line(found);
        fix = fix == null ? null : Printable.line(fix);
    }

    public static Finding ok(String found) {
        return new Finding(Status.ok, found, null);
    }

    /** The platform can run, but not as well as it could, or not for long. */
    public static Finding warn(String found, String fix) {
        return new Finding(Status.warn, found, fix);
    }

    public static Finding fail(String found, String fix) {
        return new Finding(Status.fail, found, fix);
    }

    /** It can't be checked, because of what another check has found already. */
    public static Finding skip(String why) {
        return new Finding(Status.skip, "skipped: " + why, null);
    }

    /** The values of {@code status} in JSON. */
    public enum Status {
        ok,
        warn,
        fail,
        skip
    }
}
