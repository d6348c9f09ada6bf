package dev.socialhub.manifest;

/** How a route's requests are treated while its service is overloaded. */
public enum RouteClass {
    /** By their method: reads are refused before changes. */
    NORMAL,
    /** Refused last, whatever their method. */
    ESSENTIAL
}
