package dev.socialhub.cli.config;

import java.util.regex.Pattern;

/** Which settings are secrets, and how they are shown. */
public final class SecretSettings {
    /** Of the same length for every secret, since a length reveals something as well. */
    public static final String MASK = "********";

    private static final Pattern SECRET =
            Pattern.compile(
                    ".*(PASSWORD|PASSWD|SECRET|CREDENTIAL|PASSPHRASE).*|(.*_)?(KEY|TOKEN|PWD)",
                    Pattern.CASE_INSENSITIVE);

    /** The user and password in an address. */
    private static final Pattern USER_INFO = Pattern.compile("://[^/@\\s]*@");

    private SecretSettings() {}

    /** Whether a variable of this name holds a secret. */
    public static boolean isSecret(String name) {
        // The shell's current folder, which is no password.
        return !name.equals("PWD") && !name.equals("OLDPWD") && SECRET.matcher(name).matches();
    }

    /**
     * A value as it may be shown: a secret is masked, and so are the user and password in an
     * address.
     */
    public static String masked(String name, String value) {
        if (isSecret(name)) {
            return value.isEmpty() ? "" : MASK;
        }
        return USER_INFO.matcher(value).replaceAll("://" + MASK + "@");
    }
}
