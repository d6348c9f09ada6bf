package dev.socialhub.cli.load.sampling;

/** What is followed while the load lasts; each is a curve for each process or group. */
public enum Figure {
    CPU("cpu", "cores"),
    MEMORY("memory", "bytes"),
    HEAP("heap", "bytes"),
    GC("gc-pauses", "share"),
    LAG("lag", "events"),
    OUTBOX("outbox", "events"),
    POOL_ACTIVE("connections-in-use", "connections"),
    POOL_PENDING("connections-waited-for", "threads"),
    HASHING("passwords-being-hashed", "passwords"),
    HASHING_QUEUED("passwords-waiting", "passwords");

    private final String label;
    private final String unit;

    Figure(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** As documents name it. */
    public String label() {
        return label;
    }

    /** What it is counted in. */
    public String unit() {
        return unit;
    }
}
