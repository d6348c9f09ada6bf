package dev.socialhub.manifest;

/** How a route's requests are treated while they wait, and while their service is overloaded. */
public enum RouteClass {
    /** By their method: reads are refused before changes. */
    NORMAL,
    /** Refused last, whatever their method. */
    ESSENTIAL,
    /** A GET may wait for an event before it is answered; other methods are normal. */
    LONG
}
