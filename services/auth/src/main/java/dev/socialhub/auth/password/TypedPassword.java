package dev.socialhub.auth.password;

/** What can be a password at all. */
public final class TypedPassword {

    private TypedPassword() {}

    /**
     * Whether every surrogate has its other half. One that hasn't would be encoded as a question
     * mark, and two different passwords would be the same one.
     */
    public static boolean isWellFormed(String password) {
        return password.codePoints()
                .noneMatch(codePoint -> Character.getType(codePoint) == Character.SURROGATE);
    }
}
