package dev.socialhub.auth.password;

/** Whether a hash was made from a password. */
public enum PasswordCheck {
    WRONG,
    RIGHT,
    /** Right, but the hash was made from the password as typed: replace it with a new one. */
    RIGHT_FOR_OLD_HASH;

    public boolean isRight() {
        return this != WRONG;
    }
}
