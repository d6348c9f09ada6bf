package dev.socialhub.posts.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses in a text: links and e-mail addresses, within which nothing is a hashtag or a
 * mention. No repetition of the pattern can be tried in a second way, so that the time is
 * proportional to the text's length.
 */
final class AddressesInText {

    private static final String LABEL = "[\\p{L}\\p{N}-]++";
    private static final String OF_LINK = "[\\p{L}\\p{M}\\p{N}\\-._~:/?#\\[\\]@!$&'()*+,;=%]";

    /** With a scheme such as https, or with the host's usual first part. */
    private static final String LINK =
            "(?<![\\p{L}\\p{N}])(?:[A-Za-z][A-Za-z0-9+.-]{1,30}+://|(?i:www)\\.)"
                    + (OF_LINK + "++");

    private static final String OF_MAILBOX = "[\\p{L}\\p{N}._%+#-]";

    private static final String MAIL =
            ("(?<!" + OF_MAILBOX + ")" + OF_MAILBOX + "++@" + LABEL)
                    + "\\.[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*+";

    /** A host's name without a scheme, but with a path, a query or a fragment. */
    private static final String SITE =
            ("(?<![\\p{L}\\p{N}.@_-])" + LABEL + "(?:\\." + LABEL + "){1,9}+")
                    + ("(?<=\\.\\p{L}{2,24})[/?#:]" + OF_LINK + "*+");

    private static final Pattern ADDRESS =
            Pattern.compile("(?:" + LINK + ")|(?:" + MAIL + ")|(?:" + SITE + ")");

    private final Matcher matcher;
    private boolean found;

    AddressesInText(String text) {
        this.matcher = ADDRESS.matcher(text);
        this.found = matcher.find();
    }

    /**
     * The end of the address that a place is within; the place itself if it isn't. Ask for places
     * in ascending order.
     */
    int endAround(int at) {
        while (found && matcher.end() <= at) {
            found = matcher.find();
        }
        return found && matcher.start() <= at ? matcher.end() : at;
    }
}
