package dev.socialhub.cli.connection;

import dev.socialhub.cli.terminal.OperatorError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A platform as far as it can be reached over the network: its services and its Kafka. */
public interface Target {
    /** {@code local}, or the name of its context. */
    String name();

    /** Whether its processes run on this machine, started by this tool. */
    boolean local();

    /** All instances of all services, without the gateway. */
    List<? extends Endpoint> services();

    /** The address for its clients. */
    Endpoint gateway();

    /**
     * An instance of a service that answers, as far as that is known.
     *
     * @throws OperatorError if the platform has no such service
     */
    Endpoint instanceOf(String service);

    /**
     * The settings that every client of its Kafka needs, {@code bootstrap.servers} first of all.
     */
    Map<String, String> kafka();

    /** What to do when Kafka doesn't answer: a command on the local platform, otherwise a hint. */
    String restartKafka();

    /**
     * Base64 of the key with which services authenticate each other.
     *
     * @throws OperatorError if this operator doesn't have it
     */
    String serviceTokenKey();

    /**
     * A folder on this machine for what the tool stores about the platform; it may not exist yet.
     */
    Path toolState();
}
