package dev.socialhub.manifest;

/** Which requests to a route are forwarded. */
public enum RouteAccess {
    PUBLIC,
    /** Only those with a valid access token. */
    BEARER,
    /**
     * Those with a valid access token, and those with none, since a client may send its token
     * inside the stream; a page's origin must be allowed.
     */
    STREAM
}
