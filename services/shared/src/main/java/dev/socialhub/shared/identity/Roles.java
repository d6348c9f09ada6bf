package dev.socialhub.shared.identity;

/** The roles that routes ask for. */
public final class Roles {

    /** Carried by service tokens alone; no user token can have it, since auth never issues it. */
    public static final String INTERNAL = "INTERNAL";

    public static final String USER = "USER";

    private Roles() {}
}
