package dev.socialhub.contracts.seed;

/** The one password of all made-up people. It is no secret: the tool prints it. */
public final class SharedPassword {

    /** What is typed at a login. */
    public static final String TEXT = "lantern-otter-harbour-92";

    /** The same as auth keeps it: a PHC string whose salt never changes. */
    public static final String HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$DVtRxXuJsrruAsEzItOgUQ"
                    + "$9I6fZo4/oQ3SzP/CxBtItAwbBym0yJx4C6eZE7BqGiY";

    private SharedPassword() {}
}
