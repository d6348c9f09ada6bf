package dev.socialhub.backing.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The content of the file when an answer is sent: a copy of it simulates a crash at that moment.
 */
class DurableBackendTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();

    @TempDir Path folder;
    private DurableBackend backend;
    private int crashes;

    @BeforeEach
    void open() {
        backend = open(folder.resolve("documents.mv"));
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void hasAnInsertedDocumentOnDiskBeforeItAnswers() throws IOException {
        insert(new Document("_id", "a").append("text", "hello"));
        assertThat(afterCrash("a")).containsEntry("text", "hello");
    }

    @Test
    void hasAnUpdateOnDiskBeforeItAnswers() throws IOException {
        insert(new Document("_id", "a").append("n", 1));
        run("update", new Document("updates", List.of(update("a", new Document("$inc", one())))));
        assertThat(afterCrash("a")).containsEntry("n", 2);
    }

    @Test
    void hasADeletionOnDiskBeforeItAnswers() throws IOException {
        insert(new Document("_id", "a"));
        var delete = new Document("q", new Document("_id", "a")).append("limit", 1);
        run("delete", new Document("deletes", List.of(delete)));
        assertThat(afterCrash("a")).isNull();
    }

    @Test
    void hasTheDocumentsBeforeADuplicateOnDiskBeforeItReportsTheDuplicate() throws IOException {
        insert(new Document("_id", "a"));
        var answer = insert(new Document("_id", "b"), new Document("_id", "a"));
        assertThat(answer).containsKey("writeErrors");
        assertThat(afterCrash("b")).isNotNull();
    }

    @Test
    void finishesACompactionWithEverythingStillThere() throws IOException {
        for (var i = 0; i < 200; i++) {
            insert(new Document("_id", "d" + i).append("text", "x".repeat(500)));
        }
        backend.compact();
        assertThat(afterCrash("d0")).isNotNull();
        assertThat(afterCrash("d199")).isNotNull();
    }

    private static Document update(String id, Document change) {
        return new Document("q", new Document("_id", id)).append("u", change);
    }

    private static Document one() {
        return new Document("n", 1);
    }

    private Document insert(Document... documents) {
        return run("insert", new Document("documents", List.of(documents)).append("ordered", true));
    }

    private Document run(String command, Document rest) {
        var query = new Document(command, "docs");
        query.putAll(rest);
        return backend.handleCommand(channel, "db", command, query);
    }

    private @Nullable Document afterCrash(String id) throws IOException {
        var copy = folder.resolve("crash-" + crashes++);
        Files.copy(folder.resolve("documents.mv"), copy);
        var recovered = open(copy);
        try {
            return recovered
                    .resolveDatabase("db")
                    .resolveCollection("docs", true)
                    .handleQueryAsStream(new Document("_id", id))
                    .findFirst()
                    .orElse(null);
        } finally {
            recovered.close();
        }
    }

    private static DurableBackend open(Path file) {
        return DurableBackend.open(
                file,
                e -> {
                    throw new AssertionError("the store was lost", e);
                });
    }
}
