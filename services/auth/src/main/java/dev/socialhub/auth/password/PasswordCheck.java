package dev.socialhub.auth.password;

/** Whether a password made a hash. */
public enum PasswordCheck {
    WRONG,
    RIGHT,
    /** Right, but the hash was made of the password as typed: make a new one. */
    RIGHT_FOR_OLD_HASH;

    public boolean isRight() {
        return this != WRONG;
    }
}
