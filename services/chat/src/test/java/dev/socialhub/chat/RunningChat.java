package dev.socialhub.chat;

import dev.socialhub.chat.transport.TestConnections;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import dev.socialhub.testkit.TestServers;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The service as it runs, on a port of its own, with the events of {@code TestEvents}. */
public final class RunningChat implements AutoCloseable {

    public final RunningService service;

    private RunningChat(RunningService service) {
        this.service = service;
    }

    public static RunningChat start(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>();
        String database = "chat_" + UUID.randomUUID().toString().replace("-", "");
        settings.put("mongodb.uri", TestServers.shared().mongodbUrl(database));
        settings.put("redis.uri", TestServers.shared().redisUrl());
        settings.put("chat.test-events", true);
        settings.putAll(more);
        return new RunningChat(RunningService.start("chat", settings));
    }

    public Person newUser() {
        return service.auth.stranger("u" + UUID.randomUUID().toString().substring(0, 8), "Ada");
    }

    public String token(Person person, long seconds) {
        return service.auth.token(person.id(), person.username(), seconds);
    }

    public URI address() {
        return service.request("/").build().uri();
    }

    /** As the network would do it: clients are not told. */
    public void breakConnections() {
        service.bean(TestConnections.class).breakAll();
    }

    public int openConnections() {
        return service.bean(TestConnections.class).count();
    }

    /** Whether the session that this address of polling names is over, without asking for it. */
    public boolean isGone(String path) {
        return service.bean(TestConnections.class).isGone(path.replaceAll(".*&sid=", ""));
    }

    @Override
    public void close() {
        service.close();
    }
}
