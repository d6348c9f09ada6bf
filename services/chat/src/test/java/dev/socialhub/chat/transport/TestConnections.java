package dev.socialhub.chat.transport;

import jakarta.inject.Singleton;

/** What tests do to the connections of an instance. */
@Singleton
public final class TestConnections {

    private final Connections connections;

    TestConnections(Connections connections) {
        this.connections = connections;
    }

    public int count() {
        return connections.all().size();
    }

    public boolean isGone(String id) {
        return connections.find(id) == null;
    }

    public void breakAll() {
        connections.all().forEach(connection -> connection.end(EndReason.SLOW_READER));
    }
}
