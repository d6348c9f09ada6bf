package dev.socialhub.auth.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as its owner typed it. Two are equal when their {@link #folded()} forms are.
 */
public record EmailAddress(String value) {

    /**
     * Looser than RFC 5321 where this does no harm: only the arrival of mail really proves an
     * address. Every repetition is bounded, so that no input takes long to refuse.
     */
    public static final String FORM =
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}"
                    + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.){1,8}"
                    + "[\\p{L}\\p{N}-]{2,63}";

    /** The maximum length of an address. */
    public static final int MAX_LENGTH = 254;

    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final Pattern ASCII_CAPITALS = Pattern.compile("[A-Z]+");

    public EmailAddress {
        if (value.length() > MAX_LENGTH || !PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** The address that was typed, or empty when it isn't a valid one. */
    public static Optional<EmailAddress> parse(String typed) {
        return typed.length() <= MAX_LENGTH && PATTERN.matcher(typed).matches()
                ? Optional.of(new EmailAddress(typed))
                : Optional.empty();
    }

    /**
     * The form in which addresses are compared: A to Z in lower case, every other letter as typed.
     * Unicode case folding maps some letters onto ASCII ones, for example the Kelvin sign onto k.
     */
    public String folded() {
        return ASCII_CAPITALS
                .matcher(value)
                .replaceAll(capitals -> capitals.group().toLowerCase(Locale.ROOT));
    }
}
