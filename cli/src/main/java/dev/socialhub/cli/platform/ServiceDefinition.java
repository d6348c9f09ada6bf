package dev.socialhub.cli.platform;

import java.util.Optional;
import java.util.Set;

/**
 * The definition of one service of the platform.
 *
 * @param name of its process, its jar and its log
 * @param port for its clients
 * @param management for its health, if that is another port
 * @param databasePassword of its own PostgreSQL database {@code <name>_db}, if it has one
 * @param keys secrets it gets under their own names
 */
record ServiceDefinition(
        String name,
        Port port,
        Optional<Port> management,
        Optional<Secret> databasePassword,
        Set<Secret> keys) {
    ServiceDefinition {
        keys = Set.copyOf(keys);
    }

    static ServiceDefinition service(String name, Port port, Secret... keys) {
        return new ServiceDefinition(name, port, Optional.empty(), Optional.empty(), Set.of(keys));
    }

    ServiceDefinition withDatabase(Secret password) {
        return new ServiceDefinition(name, port, management, Optional.of(password), keys);
    }

    ServiceDefinition withManagement(Port other) {
        return new ServiceDefinition(name, port, Optional.of(other), databasePassword, keys);
    }

    /** Whether it spreads requests over the instances of the others; there is only one of it. */
    boolean balances() {
        return port.equals(Port.GATEWAY);
    }

    String databaseName() {
        return name + "_db";
    }
}
