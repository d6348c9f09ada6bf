package dev.socialhub.cli.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class NameSuggestion {
    /** Short names are too much like others: PORT and PATH, HOST and HOME. */
    private static final int MIN_LENGTH = 7;

    private static final int LONG = 10;

    private NameSuggestion() {}

    /**
     * The known name that is at most two letters different; empty if the name is known, or like
     * none.
     */
    static Optional<String> of(String name, Collection<String> known) {
        if (known.contains(name)) {
            return Optional.empty();
        }
        int tolerance = name.length() < LONG ? 1 : 2;
        return known.stream()
                .filter(one -> one.length() >= MIN_LENGTH)
                .filter(one -> Math.abs(one.length() - name.length()) <= tolerance)
                .filter(one -> distance(one, name) <= tolerance)
                .min(
                        Comparator.<String>comparingInt(one -> distance(one, name))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters have to be changed, added or left out. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] now = new int[above.length];
            now[0] = row;
            for (int column = 1; column < above.length; column++) {
                int changed =
                        above[column - 1]
                                + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                now[column] = Math.min(changed, Math.min(above[column], now[column - 1]) + 1);
            }
            above = now;
        }
        return above[other.length()];
    }
}
