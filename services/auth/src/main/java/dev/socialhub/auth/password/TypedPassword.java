package dev.socialhub.auth.password;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Which texts can be passwords, and the normalised form of a password. */
public final class TypedPassword {

    private static final Pattern SPACES = Pattern.compile("\\p{Zs}");

    private TypedPassword() {}

    /**
     * Whether every surrogate is part of a pair. An unpaired one would be encoded as a question
     * mark, so two different passwords would become equal.
     */
    public static boolean isWellFormed(String password) {
        return password.codePoints()
                .noneMatch(codePoint -> Character.getType(codePoint) == Character.SURROGATE);
    }

    /**
     * The form that is measured and hashed: every space replaced by the ASCII space, then NFC, as
     * defined by RFC 8265 (OpaqueString). Keyboards differ in both for the same keys. Nothing is
     * trimmed.
     */
    static String normalised(String password) {
        return Normalizer.normalize(SPACES.matcher(password).replaceAll(" "), Normalizer.Form.NFC);
    }
}
