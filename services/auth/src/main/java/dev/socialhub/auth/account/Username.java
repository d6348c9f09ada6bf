package dev.socialhub.auth.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A username, in the lower case in which it is kept. */
public record Username(String value) {

    /**
     * What a new account may be called: upper case is taken, and folded. A name of punctuation
     * alone can't be told from another one, nor from a path that goes up.
     */
    public static final String NEW_FORM = "(?=[_.]*[A-Za-z0-9])[A-Za-z0-9_.]{3,30}";

    /** What a name must be to pass {@link #NEW_FORM}, for error messages. */
    public static final String NEW_FORM_MESSAGE =
            "must be 3 to 30 letters, digits, dots and underscores, not all of them punctuation";

    private static final Pattern NEW = Pattern.compile(NEW_FORM);

    /** Accounts older than the rule for new ones go on being found. */
    private static final Pattern TYPED = Pattern.compile("[A-Za-z0-9_.]{3,30}");

    private static final Pattern FORM = Pattern.compile("[a-z0-9_.]{3,30}");

    /** Names that stand, or may come to stand, where a username can stand in a path. */
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

    /** The username that was typed, or empty when it can't be one. */
    public static Optional<Username> parse(String typed) {
        // Looked at before it is folded: the sign for Kelvin, for one, would become a plain k.
        return TYPED.matcher(typed).matches()
                ? Optional.of(new Username(typed.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** Whether a new account may be called so, unless the name is reserved or taken. */
    public boolean isWellFormed() {
        return NEW.matcher(value).matches();
    }

    /** Whether nobody may take this name. */
    public boolean isReserved() {
        return RESERVED.contains(value);
    }
}
