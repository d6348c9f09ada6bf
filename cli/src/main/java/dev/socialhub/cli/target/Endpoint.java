package dev.socialhub.cli.target;

/** An instance of a service, or the gateway, wherever it runs. */
public interface Endpoint {
    /** What it is called, such as {@code posts-2}. */
    String name();

    /** The service that it is an instance of, such as {@code posts}. */
    String service();

    /** Where it answers, without a slash at the end. */
    String url();

    /** What to do when it doesn't answer: here a command, elsewhere a hint. */
    String restart();
}
