package dev.socialhub.manifest;

/** Which other protocol a route's connections may switch to. */
public enum RouteUpgrade {
    NONE,
    WEBSOCKET
}
