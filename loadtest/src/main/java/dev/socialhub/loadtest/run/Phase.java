package dev.socialhub.loadtest.run;

/** A phase of a run. */
public enum Phase {
    /** Load whose figures are thrown away: caches fill, and both sides' code gets compiled. */
    WARM_UP("warm-up"),
    /** From the first arrival that counts until the last operation that counts has its end. */
    MEASURING("measuring"),
    /** Nothing that counts runs any more. */
    ENDING("ending");

    private final String text;

    Phase(String text) {
        this.text = text;
    }

    /** As it is announced. */
    public String text() {
        return text;
    }
}
