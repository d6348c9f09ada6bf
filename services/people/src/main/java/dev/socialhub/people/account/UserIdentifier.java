package dev.socialhub.people.account;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The ways in which a path names a user: by id or by username. No username looks like an id. */
public sealed interface UserIdentifier {

    Pattern ID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    Pattern USERNAME = Pattern.compile("[A-Za-z0-9_.]{3,30}");

    record ById(UUID id) implements UserIdentifier {
        @Override
        public String text() {
            return id.toString();
        }
    }

    record ByUsername(String username) implements UserIdentifier {
        @Override
        public String text() {
            return username;
        }
    }

    /** The name in the form that every service uses, safe in a path. */
    String text();

    /** Empty for text that can't be an id or a username. */
    static Optional<UserIdentifier> of(String text) {
        // Matched before it is lower-cased: the Kelvin sign, for example, would become a plain k.
        if (ID.matcher(text).matches()) {
            return Optional.of(new ById(UUID.fromString(text)));
        }
        return USERNAME.matcher(text).matches()
                ? Optional.of(new ByUsername(text.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }
}
