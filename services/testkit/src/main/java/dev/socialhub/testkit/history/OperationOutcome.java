package dev.socialhub.testkit.history;

/** What a client knows of an operation. */
public enum OperationOutcome {
    /** It was acknowledged: it took effect between its invocation and its completion. */
    OK,
    /** It was refused: it never took and never takes effect. */
    FAIL,
    /** The answer was lost: it took effect at any time since, takes it later, or never does. */
    UNKNOWN
}
