package dev.socialhub.cli.connection;

/** An instance of a service, or the gateway, wherever it runs. */
public interface Endpoint {
    /** Its name, such as {@code posts-2}. */
    String name();

    /** The service that it is an instance of, such as {@code posts}. */
    String service();

    /** Its base address, without a slash at the end. */
    String url();

    /** What to do when it doesn't answer: a command on the local platform, otherwise a hint. */
    String restart();
}
