package dev.socialhub.auth.password;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What can be a password at all, and the form in which it is one. */
public final class TypedPassword {

    private static final Pattern SPACES = Pattern.compile("\\p{Zs}");

    private TypedPassword() {}

    /**
     * Whether every surrogate has its other half. One that hasn't would be encoded as a question
     * mark, and two different passwords would be the same one.
     */
    public static boolean isWellFormed(String password) {
        return password.codePoints()
                .noneMatch(codePoint -> Character.getType(codePoint) == Character.SURROGATE);
    }

    /**
     * The form that is measured and hashed: every space the ASCII one, then NFC, as RFC 8265 has it
     * (OpaqueString). Keyboards differ in both for the same keys. Nothing is trimmed.
     */
    static String normalised(String password) {
        return Normalizer.normalize(SPACES.matcher(password).replaceAll(" "), Normalizer.Form.NFC);
    }
}
