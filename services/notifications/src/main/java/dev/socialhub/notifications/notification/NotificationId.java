package dev.socialhub.notifications.notification;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in someone's row of notifications. The store finds documents by it, so a page is a
 * handful of names that can be written down without asking.
 *
 * @param seq dense from 1: a hole means "not received yet", never "lost"
 */
public record NotificationId(UUID owner, long seq) {

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([1-9][0-9]{0,17})");

    public NotificationId {
        if (seq < 1) {
            throw new IllegalArgumentException("sequences begin at 1");
        }
    }

    /** The id on the wire and in the store: {@code <owner>:<seq>}. */
    public String text() {
        return owner + ":" + seq;
    }

    /** Reads what {@link #text()} wrote; empty for anything else. */
    public static Optional<NotificationId> parsed(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new NotificationId(
                                UUID.fromString(matcher.group(1)),
                                Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }
}
