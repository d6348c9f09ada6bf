package dev.socialhub.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import io.socket.engineio.client.transports.Polling;
import io.socket.engineio.client.transports.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The official Java client of Socket.IO, with its default options unless a test says otherwise. */
class OfficialClientIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static RunningChat chat;

    private final List<Socket> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        chat = RunningChat.start(Map.of());
    }

    @AfterAll
    static void stop() {
        chat.close();
    }

    @AfterEach
    void disconnect() {
        opened.forEach(Socket::disconnect);
    }

    private Socket client(String namespace, String token, String... transports) {
        IO.Options options = new IO.Options();
        options.forceNew = true;
        options.reconnectionDelay = 50;
        options.auth = Map.of("token", token);
        if (transports.length > 0) {
            options.transports = transports;
        }
        Socket socket = IO.socket(chat.address().resolve(namespace), options);
        opened.add(socket);
        return socket;
    }

    private static Socket connected(Socket socket) {
        socket.connect();
        await().atMost(SOON).until(socket::connected);
        return socket;
    }

    private static JSONObject text(String text) {
        return new JSONObject(Map.of("text", text));
    }

    private static JSONObject ask(Socket socket, String event, JSONObject argument) {
        CompletableFuture<JSONObject> answer = new CompletableFuture<>();
        socket.emit(event, argument, (Ack) args -> answer.complete((JSONObject) args[0]));
        return answer.orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    private static List<String> record(Socket socket, String event) {
        List<String> received = new CopyOnWriteArrayList<>();
        socket.on(event, args -> received.add(String.valueOf(args[0])));
        return received;
    }

    @ParameterizedTest
    @ValueSource(strings = {Polling.NAME, WebSocket.NAME})
    void asksAndIsAnswered(String transport) throws Exception {
        Socket socket = connected(client("/", chat.newUser().token(), transport));

        assertThat(ask(socket, "test:echo", text("hällo")).getString("text")).isEqualTo("hällo");
        assertThat(ask(socket, "test:fail", text("refuse")).getBoolean("ok")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {Polling.NAME, WebSocket.NAME})
    void sendsBinaryArguments(String transport) throws Exception {
        Socket socket = connected(client("/", chat.newUser().token(), transport));
        JSONObject argument = new JSONObject(Map.of("text", new byte[] {1, 2, 3, 4}));

        assertThat(ask(socket, "test:echo", argument).getString("text")).isEqualTo("AQIDBA==");
    }

    @Test
    void keepsTheOrderWhileItChangesToAWebSocket() {
        Socket socket = client("/", chat.newUser().token());
        List<String> echoed = record(socket, "echo");
        CompletableFuture<String> upgrade = new CompletableFuture<>();
        socket.io()
                .on(
                        io.socket.client.Manager.EVENT_TRANSPORT,
                        args ->
                                ((io.socket.engineio.client.Transport) args[0])
                                        .on("open", _ -> upgrade.complete("open")));
        socket.connect();
        List<String> sent = IntStream.range(0, 500).mapToObj(Integer::toString).toList();
        sent.forEach(number -> socket.emit("test:echo", text(number)));

        await().atMost(SOON).until(() -> echoed.size() >= sent.size());
        assertThat(echoed).isEqualTo(sent);
        await().atMost(SOON).untilAsserted(() -> assertThat(upgrades()).isPositive());
    }

    private static double upgrades() {
        return Objects.requireNonNull(
                        chat.service
                                .bean(io.micrometer.core.instrument.MeterRegistry.class)
                                .find("chat.upgrades")
                                .counter())
                .count();
    }

    @Test
    void receivesWhatIsSentToItsRooms() throws Exception {
        String room = "r" + System.nanoTime();
        Socket ada = connected(client("/", chat.newUser().token(), Polling.NAME));
        Socket bob = connected(client("/", chat.newUser().token(), WebSocket.NAME));
        Socket eve = connected(client("/", chat.newUser().token()));
        List<String> toAda = record(ada, "message");
        List<String> toBob = record(bob, "message");
        List<String> toEve = record(eve, "message");
        ask(ada, "test:join", text(room));
        ask(bob, "test:join", text(room));

        JSONObject message = new JSONObject(Map.of("text", "hi", "room", room));
        assertThat(ask(bob, "test:send", message).getLong("seq")).isEqualTo(1);
        await().atMost(SOON).until(() -> toAda.size() == 1 && toBob.size() == 1);
        ask(ada, "test:leave", text(room));
        ask(bob, "test:send", message);

        await().atMost(SOON).until(() -> toBob.size() == 2);
        assertThat(ask(ada, "test:echo", text("a")).getBoolean("ok")).isTrue();
        assertThat(ask(eve, "test:echo", text("a")).getBoolean("ok")).isTrue();
        assertThat(toAda).hasSize(1);
        assertThat(toEve).isEmpty();
    }

    @Test
    void hearsWhyItIsRefused() {
        Socket forged = client("/", "garbage");
        Socket lost = client("/nothing", chat.newUser().token());
        List<String> errors = new CopyOnWriteArrayList<>();
        forged.on(Socket.EVENT_CONNECT_ERROR, args -> errors.add(String.valueOf(args[0])));
        lost.on(Socket.EVENT_CONNECT_ERROR, args -> errors.add(String.valueOf(args[0])));
        forged.connect();
        lost.connect();

        await().atMost(SOON).until(() -> errors.size() == 2);
        assertThat(errors)
                .anyMatch(error -> error.contains("unauthorized"))
                .anyMatch(error -> error.contains("Invalid namespace"));
    }

    @Test
    void sharesOneConnectionBetweenNamespaces() throws Exception {
        String token = chat.newUser().token();
        Socket main = connected(client("/", token));
        Socket notifications = main.io().socket("/notifications", optionsWith(token)).connect();
        opened.add(notifications);

        await().atMost(SOON).until(notifications::connected);
        assertThat(ask(main, "test:echo", text("a")).getBoolean("ok")).isTrue();
    }

    private static io.socket.client.Manager.Options optionsWith(String token) {
        IO.Options options = new IO.Options();
        options.auth = Map.of("token", token);
        return options;
    }

    @Test
    void comesBackAfterItsConnectionBroke() throws Exception {
        Socket socket = connected(client("/", chat.newUser().token()));
        List<String> connects = new CopyOnWriteArrayList<>();
        socket.on(Socket.EVENT_CONNECT, _ -> connects.add("again"));
        chat.breakConnections();

        await().atMost(SOON).until(() -> !connects.isEmpty() && socket.connected());
        assertThat(ask(socket, "test:echo", text("a")).getBoolean("ok")).isTrue();
    }
}
