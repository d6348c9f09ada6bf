package dev.socialhub.notifications.notification;

import com.mongodb.ConnectionString;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collections, with the concerns that "written" has to mean here: on disk, on most nodes. */
@Singleton
final class MongoCollections {

    private static final String DEFAULT_DATABASE = "notifications";

    static final String NOTIFICATIONS = "notifications";

    private final MongoDatabase database;
    private final MongoCollection<Document> notifications;
    private final MongoCollection<Document> heads;

    MongoCollections(MongoClient client, @Value("${mongodb.uri}") String uri) {
        String name = new ConnectionString(uri).getDatabase();
        this.database =
                client.getDatabase(name == null ? DEFAULT_DATABASE : name)
                        .withReadConcern(ReadConcern.MAJORITY)
                        .withReadPreference(ReadPreference.primary())
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.notifications = database.getCollection(NOTIFICATIONS);
        this.heads = database.getCollection("heads");
    }

    MongoCollection<Document> notifications() {
        return notifications;
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
        return command(new Document("ping", 1));
    }

    Mono<Document> command(Document command) {
        return Mono.from(database.runCommand(command));
    }
}
