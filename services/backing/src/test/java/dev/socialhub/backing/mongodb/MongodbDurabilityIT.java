package dev.socialhub.backing.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.socialhub.backing.BackingServer;
import dev.socialhub.backing.ServersInFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodbDurabilityIT {
    private static final int KILLS = 4;
    private static final int WRITERS = 8;
    private static final int BATCH = 50;

    @TempDir Path folder;
    private ServersInFolder servers;
    private BackingServer mongodb;

    /** Writes documents from a number on, and returns the ids that were acknowledged. */
    private interface Write {
        List<String> from(MongoCollection<Document> documents, String writer, int number);
    }

    @BeforeEach
    void start() {
        var layout = ServersInFolder.layout(folder);
        mongodb = new MongodbServer(layout, ServersInFolder.freePorts().mongodb());
        servers = new ServersInFolder(folder, List.of(mongodb));
        servers.startAndAwait(mongodb);
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void keepsEveryAcknowledgedInsertWhenKilledAgainAndAgain() throws Exception {
        assertNothingIsLost(
                (documents, writer, number) -> {
                    var id = writer + ":" + number;
                    documents.insertOne(document(id));
                    return List.of(id);
                },
                100);
    }

    @Test
    void keepsEveryAcknowledgedBatchWhenKilledAgainAndAgain() throws Exception {
        assertNothingIsLost(
                (documents, writer, number) -> {
                    var ids =
                            IntStream.range(0, BATCH)
                                    .mapToObj(i -> writer + ":" + number + "." + i)
                                    .toList();
                    documents.insertMany(ids.stream().map(id -> document(id)).toList());
                    return ids;
                },
                1_000);
    }

    /** A unique key that outlived its document would make a retry look like a duplicate. */
    @Test
    void neverLeavesAKeyWithoutItsDocumentBehind() throws Exception {
        var acknowledged = ConcurrentHashMap.<String>newKeySet();
        for (var round = 0; round < KILLS; round++) {
            writeUntilKilled("r" + round, insertOne(), acknowledged, 50);
            servers.startAndAwait(mongodb);
            try (var client = client()) {
                var documents = documents(client);
                for (var id : candidates(documents)) {
                    if (documents.find(new Document("_id", id)).first() == null) {
                        documents.insertOne(document(id));
                    }
                    assertThat(documents.find(new Document("dedupe", "d-" + id)).first())
                            .as(id)
                            .isNotNull();
                }
            }
        }
    }

    @Test
    void opensCleanlyAfterAnOrderlyStop() {
        try (var client = client()) {
            documents(client).insertOne(document("kept"));
        }
        servers.stop(mongodb);
        servers.startAndAwait(mongodb);
        try (var client = client()) {
            assertThat(documents(client).find(new Document("_id", "kept")).first()).isNotNull();
        }
    }

    private static Write insertOne() {
        return (documents, writer, number) -> {
            var id = writer + ":" + number;
            documents.insertOne(document(id));
            return List.of(id);
        };
    }

    /** The last id of each writer and the ones after it: those in flight at the kill. */
    private static List<String> candidates(MongoCollection<Document> documents) {
        var ids = new ArrayList<String>();
        for (var document : documents.find()) {
            var id = document.getString("_id");
            var colon = id.lastIndexOf(':');
            var number = Integer.parseInt(id.substring(colon + 1));
            ids.add(id);
            ids.add(id.substring(0, colon + 1) + (number + 1));
        }
        return ids;
    }

    private void assertNothingIsLost(Write write, int perRound) throws Exception {
        var acknowledged = ConcurrentHashMap.<String>newKeySet();
        for (var round = 0; round < KILLS; round++) {
            writeUntilKilled("r" + round, write, acknowledged, perRound);
            servers.startAndAwait(mongodb);
            try (var client = client()) {
                var kept = new HashSet<String>();
                documents(client).find().forEach(document -> kept.add(document.getString("_id")));
                assertThat(kept).containsAll(acknowledged);
            }
        }
    }

    private void writeUntilKilled(String round, Write write, Set<String> acknowledged, int atLeast)
            throws Exception {
        var before = acknowledged.size();
        try (var client = client()) {
            var documents = documents(client);
            documents.createIndex(Indexes.ascending("dedupe"), new IndexOptions().unique(true));
            var threads = new ArrayList<Thread>();
            for (var i = 0; i < WRITERS; i++) {
                var writer = round + "-" + i;
                threads.add(
                        Thread.ofVirtual()
                                .start(() -> writeAll(documents, writer, write, acknowledged)));
            }
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> acknowledged.size() >= before + atLeast);
            servers.kill(mongodb);
            for (var thread : threads) {
                thread.join();
            }
        }
    }

    private static void writeAll(
            MongoCollection<Document> documents,
            String writer,
            Write write,
            Set<String> acknowledged) {
        try {
            for (var number = 0; ; number++) {
                acknowledged.addAll(write.from(documents, writer, number));
            }
        } catch (MongoException killed) {
            // The server is gone: what was acknowledged until now must be there again.
        }
    }

    private static Document document(String id) {
        return new Document("_id", id)
                .append("dedupe", "d-" + id)
                .append("text", "hello ".repeat(20));
    }

    private MongoClient client() {
        return MongoClients.create(
                "mongodb://127.0.0.1:"
                        + mongodb.port()
                        + "/?retryWrites=false&serverSelectionTimeoutMS=2000");
    }

    private static MongoCollection<Document> documents(MongoClient client) {
        return client.getDatabase("notifications").getCollection("notifications");
    }
}
