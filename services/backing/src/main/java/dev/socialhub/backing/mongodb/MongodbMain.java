package dev.socialhub.backing.mongodb;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the MongoDB-protocol server until it is told to end: {@code MongodbMain <file> <port>}. */
final class MongodbMain {
    private static final Logger log = LoggerFactory.getLogger(MongodbMain.class);

    /** A writer blocks its thread until it is durable; more threads make larger commits. */
    private static final int WORKERS = 32;

    private static final int COMPACT_SECONDS = 2;

    private MongodbMain() {}

    static void main(String[] arguments) {
        var backend = DurableBackend.open(Path.of(arguments[0]), MongodbMain::end);
        var server = new MongoServer(backend);
        var port = Integer.parseInt(arguments[1]);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, WORKERS);
        // It logs and ends the process itself when it fails.
        var _ =
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())
                        .scheduleWithFixedDelay(
                                backend::compact,
                                COMPACT_SECONDS,
                                COMPACT_SECONDS,
                                TimeUnit.SECONDS);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "shutdown"));
        log.info("ready on port {}", arguments[1]);
    }

    /** A store that can't be written can't be repaired from inside: end before answering. */
    private static void end(RuntimeException cause) {
        log.error("the document file can't be written any more", cause);
        Runtime.getRuntime().halt(1);
    }
}
