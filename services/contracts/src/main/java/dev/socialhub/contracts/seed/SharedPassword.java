package dev.socialhub.contracts.seed;

/** The one password of all generated users. It is not secret: the tool prints it. */
public final class SharedPassword {

    /** The password as a user enters it at login. */
    public static final String TEXT = "lantern-otter-harbour-92";

    /** The hash of the password as auth stores it: a PHC string whose salt never changes. */
    public static final String HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$DVtRxXuJsrruAsEzItOgUQ"
                    + "$9I6fZo4/oQ3SzP/CxBtItAwbBym0yJx4C6eZE7BqGiY";

    private SharedPassword() {}
}
