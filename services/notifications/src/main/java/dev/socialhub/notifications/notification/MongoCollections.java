package dev.socialhub.notifications.notification;

import com.mongodb.ConnectionString;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collections, with the concerns that "written" has to mean here: on disk, on most nodes. */
@Singleton
final class MongoCollections {

    private static final String DEFAULT_DATABASE = "notifications";
    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

    private final MongoDatabase database;
    private final MongoCollection<Document> notifications;
    private final MongoCollection<Document> heads;
    private final Mono<MongoCollection<Document>> indexed;

    MongoCollections(MongoClient client, @Value("${mongodb.uri}") String uri) {
        String name = new ConnectionString(uri).getDatabase();
        this.database =
                client.getDatabase(name == null ? DEFAULT_DATABASE : name)
                        .withReadConcern(ReadConcern.MAJORITY)
                        .withReadPreference(ReadPreference.primary())
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.notifications = database.getCollection("notifications");
        this.heads = database.getCollection("heads");
        this.indexed =
                Mono.defer(() -> Mono.from(createIndex()))
                        .map(_ -> notifications)
                        // A failure is not remembered: the store may be away when we start.
                        .cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    MongoCollection<Document> notifications() {
        return notifications;
    }

    /** Only after the unique key exists may anything be written that relies on it. */
    Mono<MongoCollection<Document>> notificationsToWrite() {
        return indexed;
    }

    MongoCollection<Document> heads() {
        return heads;
    }

    /** Every collection that is there, whoever made it. */
    Flux<MongoCollection<Document>> all() {
        return Flux.from(database.listCollectionNames())
                .filter(name -> !name.startsWith("system."))
                .map(database::getCollection);
    }

    /** Empty or an error when the server does not answer. */
    Mono<Document> ping() {
        return Mono.from(database.runCommand(new Document("ping", 1)));
    }

    private Publisher<String> createIndex() {
        return notifications.createIndex(
                Indexes.ascending(NotificationDocuments.DEDUPE), new IndexOptions().unique(true));
    }
}
