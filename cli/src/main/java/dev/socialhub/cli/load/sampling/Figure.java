package dev.socialhub.cli.load.sampling;

/** A figure that is recorded while the load lasts; each is a curve for each process or group. */
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

    /** Its name in documents. */
    public String label() {
        return label;
    }

    /** Its unit. */
    public String unit() {
        return unit;
    }
}
