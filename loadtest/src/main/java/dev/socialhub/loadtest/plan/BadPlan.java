package dev.socialhub.loadtest.plan;

/** A plan that can't be carried out; the message is one line with the reason. */
public final class BadPlan extends RuntimeException {

    public BadPlan(String message) {
        super(message);
    }
}
