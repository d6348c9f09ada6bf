package dev.socialhub.gateway.page;

/** The health of something that has several parts. */
enum Condition {
    UP,
    /** Some parts are down. */
    DEGRADED,
    DOWN;

    static Condition of(long up, long all) {
        return up == all ? UP : up == 0 ? DOWN : DEGRADED;
    }
}
