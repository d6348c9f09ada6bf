package dev.socialhub.cli.target;

import dev.socialhub.cli.terminal.OperatorError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A platform as far as it can be asked over the network: its services and its Kafka. */
public interface Target {
    /** {@code local}, or the name of its context. */
    String name();

    /** Whether its processes are this machine's, started by this tool. */
    boolean local();

    /** All instances of all services, without the gateway. */
    List<? extends Endpoint> services();

    /** Where its callers come in. */
    Endpoint gateway();

    /**
     * An instance of a service that answers, as far as that is known.
     *
     * @throws OperatorError if the platform has no such service
     */
    Endpoint instanceOf(String service);

    /** What every client of its Kafka needs to be told, {@code bootstrap.servers} first of all. */
    Map<String, Object> kafka();

    /** What to do when Kafka doesn't answer: here a command, elsewhere a hint. */
    String restartKafka();

    /**
     * Base64 of the key by which services know each other.
     *
     * @throws OperatorError if this operator doesn't have it
     */
    String serviceTokenKey();

    /** A folder on this machine for what the tool remembers about it; it may not exist yet. */
    Path notes();
}
