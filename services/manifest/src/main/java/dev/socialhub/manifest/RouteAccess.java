package dev.socialhub.manifest;

/** Which requests to a route are forwarded. */
public enum RouteAccess {
    PUBLIC,
    /** Only those with a valid access token. */
    BEARER
}
