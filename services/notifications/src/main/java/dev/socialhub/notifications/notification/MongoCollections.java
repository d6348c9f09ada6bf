package dev.socialhub.notifications.notification;

import com.mongodb.ConnectionString;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** The collections, with the concerns that "written" has to mean here: on disk, on most nodes. */
@Singleton
final class MongoCollections {

    private static final String DEFAULT_DATABASE = "notifications";

    static final String NOTIFICATIONS = "notifications";

    private final MongoDatabase database;
    private final MongoCollection<Document> notifications;
    private final MongoCollection<Document> heads;
    private final MongoCollection<Document> subjects;

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
    }

    MongoCollection<Document> notifications() {
        return notifications;
    }

    MongoCollection<Document> heads() {
        return heads;
    }

    MongoCollection<Document> subjects() {
        return subjects;
    }

    /** Every collection that is there, whoever made it. */
    List<MongoCollection<Document>> all() {
        List<MongoCollection<Document>> all = new ArrayList<>();
        for (String name : database.listCollectionNames()) {
            if (!name.startsWith("system.")) {
                all.add(database.getCollection(name));
            }
        }
        return all;
    }

    /** Throws when the server does not answer. */
    void ping() {
        command(new Document("ping", 1));
    }

    void command(Document command) {
        database.runCommand(command);
    }
}
