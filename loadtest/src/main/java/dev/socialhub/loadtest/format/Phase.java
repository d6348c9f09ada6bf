package dev.socialhub.loadtest.format;

import com.fasterxml.jackson.annotation.JsonValue;

/** A phase of a run. */
public enum Phase {
    /** Load whose figures are discarded: caches fill, and both sides' code gets compiled. */
    WARM_UP("warm-up"),
    /** From the first arrival that counts until the last operation that counts has ended. */
    MEASURING("measuring"),
    /** No operation that counts is running any more. */
    ENDING("ending");

    private final String text;

    Phase(String text) {
        this.text = text;
    }

    /** The name of the phase in messages. */
    @JsonValue
    public String text() {
        return text;
    }
}
