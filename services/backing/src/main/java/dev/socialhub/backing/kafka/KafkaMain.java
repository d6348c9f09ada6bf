package dev.socialhub.backing.kafka;

import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** Runs Kafka until it is told to end: {@code KafkaMain <data folder> <port> <controller port>}. */
final class KafkaMain {
    private KafkaMain() {}

    static void main(String[] arguments) {
        var settings =
                new KafkaSettings(
                        Path.of(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]));
        LogFolder.format(settings);
        var server =
                new KafkaRaftServer(new KafkaConfig(settings.properties(), false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        server.awaitShutdown();
    }
}
