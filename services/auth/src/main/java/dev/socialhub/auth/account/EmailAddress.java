package dev.socialhub.auth.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address as its owner typed it. Two are the same when they are so {@link #folded()}. */
public record EmailAddress(String value) {

    /**
     * Looser than RFC 5321 where it does no harm: whether mail arrives is what really proves one.
     * Every repetition is bounded, so that no input takes long to refuse.
     */
    public static final String FORM =
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}"
                    + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.){1,8}"
                    + "[\\p{L}\\p{N}-]{2,63}";

    /** The greatest length of one. */
    public static final int MAX_LENGTH = 254;

    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final Pattern ASCII_CAPITALS = Pattern.compile("[A-Z]+");

    public EmailAddress {
        if (value.length() > MAX_LENGTH || !PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** The address that was typed, or empty when it can't be one. */
    public static Optional<EmailAddress> parse(String typed) {
        return typed.length() <= MAX_LENGTH && PATTERN.matcher(typed).matches()
                ? Optional.of(new EmailAddress(typed))
                : Optional.empty();
    }

    /**
     * The form in which addresses are compared: A to Z in lower case, every other letter as typed.
     * Unicode's folding maps some of them onto ASCII letters, the sign for Kelvin onto k, for one.
     */
    public String folded() {
        return ASCII_CAPITALS
                .matcher(value)
                .replaceAll(capitals -> capitals.group().toLowerCase(Locale.ROOT));
    }
}
