package dev.socialhub.auth.account;

/** What a user types to say which account is meant: an e-mail address or a username. */
public final class TypedIdentifier {

    private TypedIdentifier() {}

    /**
     * The text without white space at both ends. Neither form can contain any, and keyboards and
     * clipboards add it, including the no-break space, which {@link String#strip()} leaves.
     */
    public static String trimmed(String typed) {
        int from = 0;
        int to = typed.length();
        while (from < to && isBlank(typed.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(typed.charAt(to - 1))) {
            to--;
        }
        return typed.substring(from, to);
    }

    private static boolean isBlank(char unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit);
    }
}
