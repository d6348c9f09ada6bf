package dev.socialhub.gateway.route;

import java.util.Locale;

/**
 * Which requests are refused first when a service is overloaded: the least important, in this
 * order.
 */
public enum Importance {
    /** Lists and other plain reads: the caller can ask again. */
    READ(0.7),
    /** Changes: the caller has created something, and may lose it. */
    WRITE(0.9),
    /** Sign-up, login, refresh and proof of identity: without them nothing else can be done. */
    ESSENTIAL(1.0);

    private final double share;

    Importance(double share) {
        this.share = share;
    }

    /**
     * Up to how many requests in flight, of all kinds, a request of this importance is still
     * accepted.
     */
    public int shareOf(int limit) {
        return Math.max(1, (int) (limit * share));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
