package dev.socialhub.auth.account;

import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address as its owner typed it; which of them are equal is the database's to say. */
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
}
