package dev.socialhub.manifest;

/** What only one service of a platform does. */
public enum ServiceRole {
    /** Forwards clients' requests to all other services. */
    GATEWAY,
    /** Publishes the keys without which no service can verify a token. */
    KEYS,
    /** Nothing that others depend on; any number of services. */
    NONE
}
