package dev.socialhub.chat;

import com.nimbusds.jose.JOSEException;
import dev.socialhub.chat.socket.FakeGroups;
import dev.socialhub.chat.socket.FakeSocket;
import dev.socialhub.chat.socket.Groups;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.FakeAuth;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.HttpCalls;
import dev.socialhub.shared.testing.RunningService;
import dev.socialhub.shared.testing.TestDatabase;
import dev.socialhub.testkit.TestServers;
import dev.socialhub.testkit.fault.TcpProxy;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Instances of the service with the same stores, whose clients need no network. */
public final class ChatInstances implements AutoCloseable {

    public final FakeAuth auth;
    public final TestDatabase database = TestDatabase.fresh("chat");
    public final TcpProxy redis = proxy(TestServers.shared().redisUrl());
    public final TcpProxy mongodb;
    private final String mongodbUrl;
    private final List<Instance> instances = new ArrayList<>();

    public ChatInstances(int count) throws JOSEException, IOException {
        auth = new FakeAuth();
        String direct =
                TestServers.shared()
                        .mongodbUrl("chat_" + UUID.randomUUID().toString().replace("-", ""));
        mongodb = proxy(direct);
        mongodbUrl = direct.replace(":" + URI.create(direct).getPort(), ":" + mongodb.port());
        for (int i = 0; i < count; i++) {
            instances.add(start());
        }
    }

    private static TcpProxy proxy(String url) {
        return TcpProxy.before(URI.create(url).getPort());
    }

    /** One of them. */
    public static final class Instance {

        private final ApplicationContext context;
        private final FakeGroups groups;
        private final HttpCalls calls;

        private Instance(ApplicationContext context, FakeGroups groups, HttpCalls calls) {
            this.context = context;
            this.groups = groups;
            this.calls = calls;
        }

        public FakeSocket connect(Person person) {
            return groups.connect(person.id(), person.username());
        }

        public @Nullable Object send(FakeSocket socket, String event, Object argument) {
            return groups.send(socket, event, argument);
        }

        public <T> T bean(Class<T> type) {
            return context.getBean(type);
        }

        public Answer get(Person person, String path) {
            return calls.get(person.token(), path);
        }

        public Answer post(Person person, String path, String body, String... headers) {
            return calls.post(
                    person.token(),
                    path,
                    body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    headers);
        }

        public Answer put(Person person, String path, String body) {
            return calls.send(
                    person.token(),
                    calls.request(path)
                            .header("Content-Type", "application/json")
                            .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
        }
    }

    private Instance start() {
        FakeGroups groups = new FakeGroups();
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("micronaut.server.port", -1);
        settings.put("kafka.bootstrap.servers", TestServers.shared().kafkaBrokers());
        settings.put("socialhub.identity.auth-urls", auth.url());
        settings.put("socialhub.identity.service-token-key", RunningService.KEY);
        settings.put("socialhub.admission.queue-time", "30s");
        settings.put("socialhub.mongodb.answer-timeout", "2s");
        settings.put("chat.consumer-group", database.name());
        settings.put("mongodb.uri", mongodbUrl);
        settings.put("redis.uri", "redis://127.0.0.1:" + redis.port());
        EmbeddedServer server =
                ApplicationContext.builder()
                        .properties(settings)
                        .beanDefinitions(
                                RuntimeBeanDefinition.builder(Groups.class, () -> groups)
                                        .singleton(true)
                                        .replaces(Groups.class)
                                        .build())
                        .run(EmbeddedServer.class);
        groups.belongTo(server.getApplicationContext());
        return new Instance(
                server.getApplicationContext(), groups, new HttpCalls(server.getURL().toString()));
    }

    public Instance get(int index) {
        return instances.get(index);
    }

    /** A user whose name is known to the service. */
    public Person user(String username) {
        Person person = auth.signUp(username, username);
        database.query(
                "insert into author (user_id, username, name, account_version, profile_version)"
                        + " values ('%s', '%s', '%s', 1, 1)"
                                .formatted(person.id(), username, username));
        return person;
    }

    /** Makes an edge, or ends it. */
    public void edge(String kind, Person from, Person to, boolean active) {
        database.query(
                "insert into edge values ('%s', '%s', '%s', %s, 1, now())"
                                .formatted(kind, from.id(), to.id(), active)
                        + " on conflict (kind, from_id, to_id) do update"
                        + " set active = excluded.active, version = edge.version + 1");
    }

    public void befriend(Person one, Person other) {
        edge("follow", one, other, true);
        edge("follow", other, one, true);
    }

    @Override
    public void close() {
        instances.forEach(one -> one.context.close());
        redis.close();
        mongodb.close();
        auth.close();
    }
}
