package dev.socialhub.cli.load;

import dev.socialhub.cli.load.profile.LoadProfile;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/**
 * The names of a run.
 *
 * @param id in the history
 * @param run part of its users' names; unique for each run, so that users' names are unique too
 */
record RunNames(String id, String run) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 6;

    static RunNames of(LoadProfile profile, Clock clock) {
        return of(profile.name(), clock);
    }

    /** The same for a run without a profile. */
    static RunNames of(String what, Clock clock) {
        Random random = new SecureRandom();
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            run.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new RunNames(TIME.format(clock.instant()) + "-" + what, run.toString());
    }
}
