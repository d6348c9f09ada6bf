package dev.socialhub.backing.kafka;

import java.nio.file.Path;
import java.util.Properties;

/** One node that is broker and controller, for a laptop: few threads, small buffers. */
record KafkaSettings(Path data, int port, int controllerPort) {

    Path logs() {
        return data.resolve("logs");
    }

    Properties properties() {
        return properties(logs());
    }

    Properties properties(Path logs) {
        var broker = "PLAINTEXT://127.0.0.1:" + port;
        var controller = "CONTROLLER://127.0.0.1:" + controllerPort;
        var properties = new Properties();
        set(properties, "process.roles", "broker,controller");
        set(properties, "node.id", 1);
        set(properties, "controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        set(properties, "listeners", broker + "," + controller);
        set(properties, "advertised.listeners", broker);
        set(properties, "controller.listener.names", "CONTROLLER");
        set(properties, "inter.broker.listener.name", "PLAINTEXT");
        set(
                properties,
                "listener.security.protocol.map",
                "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
        set(properties, "log.dirs", logs);
        // Topics are declared in one place; a misspelt name must fail, not make a topic.
        set(properties, "auto.create.topics.enable", false);
        set(properties, "num.partitions", 6);
        set(properties, "log.retention.hours", 7 * 24);
        set(properties, "log.segment.bytes", 64 << 20);
        // Enough for such a segment; the default lays out ten megabytes, twice, for every
        // partition.
        set(properties, "log.index.size.max.bytes", 512 << 10);
        set(properties, "log.cleaner.dedupe.buffer.size", 2 << 20);
        singleReplica(properties);
        smallFootprint(properties);
        return properties;
    }

    private static void singleReplica(Properties properties) {
        set(properties, "default.replication.factor", 1);
        set(properties, "min.insync.replicas", 1);
        set(properties, "offsets.topic.replication.factor", 1);
        set(properties, "offsets.topic.num.partitions", 4);
        set(properties, "transaction.state.log.replication.factor", 1);
        set(properties, "transaction.state.log.min.isr", 1);
        set(properties, "transaction.state.log.num.partitions", 4);
        set(properties, "share.coordinator.state.topic.replication.factor", 1);
        set(properties, "share.coordinator.state.topic.min.isr", 1);
        set(properties, "share.coordinator.state.topic.num.partitions", 1);
    }

    private static void smallFootprint(Properties properties) {
        set(properties, "num.network.threads", 2);
        set(properties, "num.io.threads", 2);
        set(properties, "num.recovery.threads.per.data.dir", 1);
        set(properties, "background.threads", 2);
        set(properties, "group.initial.rebalance.delay.ms", 0);
        // A killed broker can only come back when its old session has run out.
        set(properties, "broker.session.timeout.ms", 3000);
        set(properties, "broker.heartbeat.interval.ms", 500);
        set(properties, "controller.quorum.election.timeout.ms", 200);
        set(properties, "controller.quorum.fetch.timeout.ms", 1000);
    }

    private static void set(Properties properties, String name, Object value) {
        properties.setProperty(name, value.toString());
    }
}
