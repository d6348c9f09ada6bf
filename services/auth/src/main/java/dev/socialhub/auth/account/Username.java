package dev.socialhub.auth.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A username, in lower case as it is stored. */
public record Username(String value) {

    /**
     * The form of a new account's username: upper case is accepted, and folded. A name of
     * punctuation alone can't be distinguished from another one, nor from a path to a parent
     * directory.
     */
    public static final String NEW_FORM = "(?=[_.]*[A-Za-z0-9])[A-Za-z0-9_.]{3,30}";

    /** The description of {@link #NEW_FORM} for error messages. */
    public static final String NEW_FORM_MESSAGE =
            "must be 3 to 30 letters, digits, dots and underscores, not all of them punctuation";

    private static final Pattern NEW = Pattern.compile(NEW_FORM);

    /** Accounts older than the rule for new ones can still be found. */
    private static final Pattern TYPED = Pattern.compile("[A-Za-z0-9_.]{3,30}");

    private static final Pattern FORM = Pattern.compile("[a-z0-9_.]{3,30}");

    /**
     * Names that are used, or may be used later, in a place of a path where a username can occur.
     */
    private static final Set<String> RESERVED =
            Set.of(
                    """
                    me search follow unfollow follower followers following profile counts list
                    relationships recommendations connections blocks mutes users posts feed chat
                    notifications notify settings api auth login logout signup health internal
                    admin administrator moderator support system root socialhub anonymous deleted
                    null undefined
                    """
                            .strip()
                            .split("\\s+"));

    public Username {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a username");
        }
    }

    /** The username that was typed, or empty when it isn't a valid one. */
    public static Optional<Username> parse(String typed) {
        // Checked before folding: the Kelvin sign, for example, would become a plain k.
        return TYPED.matcher(typed).matches()
                ? Optional.of(new Username(typed.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** Whether a new account may have this name, unless the name is reserved or taken. */
    public boolean isWellFormed() {
        return NEW.matcher(value).matches();
    }

    /** Whether no account may have this name. */
    public boolean isReserved() {
        return RESERVED.contains(value);
    }
}
