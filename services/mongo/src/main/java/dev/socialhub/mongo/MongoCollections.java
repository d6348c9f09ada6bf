package dev.socialhub.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import org.bson.Document;

/**
 * The collections of the service, with the concerns that "written" has to mean here: on disk, on
 * most nodes.
 */
@Singleton
public final class MongoCollections {

    private final MongoDatabase database;

    MongoCollections(
            MongoClient client,
            @Value("${mongodb.uri}") String uri,
            @Value("${micronaut.application.name}") String service) {
        String name = new ConnectionString(uri).getDatabase();
        this.database =
                client.getDatabase(name == null ? service : name)
                        .withReadConcern(ReadConcern.MAJORITY)
                        .withReadPreference(ReadPreference.primary())
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    public MongoCollection<Document> named(String collection) {
        return database.getCollection(collection);
    }

    /** Every collection that exists, whichever program created it. */
    List<MongoCollection<Document>> all() {
        return MongoAnswers.all(database.listCollectionNames()).stream()
                .filter(name -> !name.startsWith("system."))
                .map(database::getCollection)
                .toList();
    }

    /** Throws when the server does not answer. */
    void ping() {
        command(new Document("ping", 1));
    }

    void command(Document command) {
        MongoAnswers.end(database.runCommand(command));
    }
}
