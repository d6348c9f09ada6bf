package dev.socialhub.gateway.page;

/** How something of several parts is. */
enum Condition {
    UP,
    /** Some of it. */
    DEGRADED,
    DOWN;

    static Condition of(long up, long all) {
        return up == all ? UP : up == 0 ? DOWN : DEGRADED;
    }
}
