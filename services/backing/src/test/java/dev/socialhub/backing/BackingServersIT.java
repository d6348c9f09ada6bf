package dev.socialhub.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.IndexOptions;
import dev.socialhub.backing.PostgresProvisioning.Database;
import dev.socialhub.backing.process.DetachedProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** All four servers as the operator's tool runs them; each test leaves them running. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackingServersIT {
    private static final Database POSTS = new Database("posts_db", "posts", "it's \\ \"posts\"");

    private ServersInFolder servers;

    @BeforeAll
    void startFromAnEmptyFolder(@TempDir Path folder) {
        servers = new ServersInFolder(folder);
        servers.all().forEach(servers::start);
        servers.all().forEach(servers::awaitAnswer);
        PostgresProvisioning.ensure(
                servers.server("postgres").port(), ServersInFolder.PASSWORD, List.of(POSTS));
    }

    @AfterAll
    void end() {
        servers.close();
    }

    @Test
    void keepsPostgresRowsWhenItIsKilled() throws Exception {
        try (var connection = connect(POSTS.role(), POSTS.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (id int)");
            statement.execute("INSERT INTO kept VALUES (1)");
            killAndRestart("postgres");
        }
        try (var connection = connect(POSTS.role(), POSTS.password());
                var rows = connection.createStatement().executeQuery("SELECT id FROM kept")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void startsPostgresAgainWhileAQueryOfTheKilledOneIsStillRunning() throws Exception {
        var busy =
                Thread.ofVirtual()
                        .start(() -> {
                            try (var connection = connect("postgres", ServersInFolder.PASSWORD);
                                    var statement = connection.createStatement()) {
                                statement.execute(
                                        "SELECT count(*) FROM generate_series(1,"
                                                + " 100000000) a");
                            } catch (SQLException expected) {
                                // Its server is killed under it.
                            }
                        });
        try (var connection = connect("postgres", ServersInFolder.PASSWORD)) {
            await().until(() -> running(connection, "%generate_series(1%"));
        }
        killAndRestart("postgres");
        busy.join();
    }

    @Test
    void stopsPostgresQuicklyWhileClientsAreConnected() throws Exception {
        var postgres = servers.server("postgres");
        try (var _ = connect("postgres", ServersInFolder.PASSWORD)) {
            var start = System.nanoTime();
            servers.stop(postgres);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(10));
        }
        assertThat(postgres.answers()).isFalse();
        servers.startAndAwait(postgres);
    }

    @Test
    void postgresRequiresAPasswordAndTheRightDatabase() {
        PostgresProvisioning.ensure(
                servers.server("postgres").port(),
                ServersInFolder.PASSWORD,
                List.of(POSTS, new Database("users_db", "users", "u")));
        assertThatThrownBy(() -> connect("posts", "wrong")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connect("users", "u"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void writesPostgresDurably() throws Exception {
        try (var connection = connect("postgres", ServersInFolder.PASSWORD)) {
            assertThat(show(connection, "fsync")).isEqualTo("on");
            assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(connection, "server_version")).startsWith("18.");
        }
    }

    @Test
    void keepsKafkaTopicsAndRecordsWhenItIsKilled() throws Exception {
        Map<String, Object> client =
                Map.of("bootstrap.servers", "127.0.0.1:" + servers.server("kafka").port());
        try (var admin = Admin.create(client)) {
            admin.createTopics(List.of(new NewTopic("kept", 3, (short) 1))).all().get();
            try (var producer =
                    new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
                producer.send(new ProducerRecord<>("kept", 0, "key", "value")).get();
            }
        }
        killAndRestart("kafka");
        try (var admin = Admin.create(client)) {
            var partition = new TopicPartition("kept", 0);
            await().atMost(Duration.ofSeconds(20))
                    .ignoreExceptionsInstanceOf(ExecutionException.class)
                    .until(() ->
                            admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                                            .partitionResult(partition)
                                            .get()
                                            .offset()
                                    == 1);
        }
    }

    @Test
    void refusesToMakeAKafkaTopicByMistake() {
        Map<String, Object> client =
                Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:" + servers.server("kafka").port(),
                        "max.block.ms",
                        1_500);
        try (var producer =
                new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
            var sent = producer.send(new ProducerRecord<>("misspelt", "value"));
            assertThatThrownBy(sent::get).hasMessageContaining("misspelt");
        }
    }

    @Test
    void keepsRedisKeysWhenItIsKilled() throws Exception {
        assertThat(redis("SET kept 1")).isEqualTo("+OK");
        killAndRestart("redis");
        assertThat(redis("EXISTS kept")).isEqualTo(":1");
    }

    @Test
    void keepsMongodbIndexesWhenItIsKilled() {
        var url = "mongodb://127.0.0.1:" + servers.server("mongodb").port();
        try (var client = MongoClients.create(url)) {
            var collection = client.getDatabase("kept").getCollection("docs");
            collection.createIndex(new Document("dedupe", 1), new IndexOptions().unique(true));
            collection.insertOne(new Document("_id", 1).append("dedupe", "a"));
        }
        killAndRestart("mongodb");
        try (var client = MongoClients.create(url)) {
            var collection = client.getDatabase("kept").getCollection("docs");
            assertThatThrownBy(() ->
                            collection.insertOne(new Document("_id", 2).append("dedupe", "a")))
                    .hasMessageContaining("duplicate");
        }
    }

    @Test
    void mayBePreparedAgainWhileItRuns() {
        for (var server : servers.all()) {
            server.prepare();
            assertThat(server.answers()).as(server.name()).isTrue();
        }
    }

    @Test
    void saysSoWhenAPortIsTaken(@TempDir Path other) throws IOException {
        var ports = ServersInFolder.freePorts();
        try (var _ = new ServerSocket(ports.redis(), 1, InetAddress.getLoopbackAddress())) {
            var redis = BackingServers.all(ServersInFolder.layout(other), ports, "x").get(1);
            assertThatThrownBy(redis::prepare)
                    .isInstanceOf(BackingFailure.class)
                    .hasMessage("port " + ports.redis() + " for redis is taken by another program");
        }
    }

    /** Another platform on the same machine speaks the same protocols. */
    @Test
    void takesNoServerOfAnotherFolderForItsOwn(@TempDir Path other) {
        var running = servers.all();
        var ports =
                new BackingPorts(
                        running.get(0).port(),
                        running.get(1).port(),
                        running.get(2).port(),
                        ServersInFolder.freePorts().kafkaController(),
                        running.get(3).port());
        for (var server : BackingServers.all(ServersInFolder.layout(other), ports, "x")) {
            assertThat(server.answers()).isTrue();
            assertThatThrownBy(server::prepare)
                    .as(server.name())
                    .isInstanceOf(BackingFailure.class)
                    .hasMessageContaining("is taken by another program");
        }
    }

    private void killAndRestart(String name) {
        var server = servers.server(name);
        DetachedProcess process = servers.process(server);
        process.kill();
        assertThat(process.isAlive()).isFalse();
        assertThat(server.answers()).isFalse();
        servers.startAndAwait(server);
    }

    private Connection connect(String role, String password) throws SQLException {
        var port = servers.server("postgres").port();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/posts_db", role, password);
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static boolean running(Connection connection, String query) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "SELECT 1 FROM pg_stat_activity"
                                + " WHERE query LIKE ? AND pid <> pg_backend_pid()")) {
            statement.setString(1, query);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private String redis(String command) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), servers.server("redis").port())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var reply = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
            return new BufferedReader(reply).readLine();
        }
    }
}
