package dev.socialhub.notifications.mongo;

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

/** The collections, with the concerns that "written" has to mean here: on disk, on most nodes. */
@Singleton
public final class MongoCollections {

    private static final String DEFAULT_DATABASE = "notifications";

    public static final String NOTIFICATIONS = "notifications";

    private final MongoDatabase database;
    private final MongoCollection<Document> notifications;
    private final MongoCollection<Document> heads;
    private final MongoCollection<Document> subjects;
    private final MongoCollection<Document> erasures;

    MongoCollections(MongoClient client, @Value("${mongodb.uri}") String uri) {
        String name = new ConnectionString(uri).getDatabase();
        this.database =
                client.getDatabase(name == null ? DEFAULT_DATABASE : name)
                        .withReadConcern(ReadConcern.MAJORITY)
                        .withReadPreference(ReadPreference.primary())
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.notifications = database.getCollection(NOTIFICATIONS);
        this.heads = database.getCollection("heads");
        this.subjects = database.getCollection("subjects");
        this.erasures = database.getCollection("erasures");
    }

    public MongoCollection<Document> notifications() {
        return notifications;
    }

    public MongoCollection<Document> heads() {
        return heads;
    }

    public MongoCollection<Document> subjects() {
        return subjects;
    }

    public MongoCollection<Document> erasures() {
        return erasures;
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

    public void command(Document command) {
        MongoAnswers.end(database.runCommand(command));
    }
}
