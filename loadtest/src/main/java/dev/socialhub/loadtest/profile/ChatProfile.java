package dev.socialhub.loadtest.profile;

import dev.socialhub.loadtest.chat.ChatLoad;
import dev.socialhub.loadtest.format.Outcome.Finding;
import dev.socialhub.loadtest.plan.Plan;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Users in rooms of ten send messages over Socket.IO, and receive those of the others. */
final class ChatProfile implements RunnableProfile {

    private static final String SEND = "send-message";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public Map<String, Double> operations() {
        return Map.of(SEND, 1.0);
    }

    @Override
    public int minUsers(Plan plan) {
        return ChatLoad.ROOM_SIZE;
    }

    @Override
    public Traffic prepare(ProfileContext context) {
        ChatLoad load =
                new ChatLoad(
                        SEND, context.plan(), context.schedule(), context.measurement()::journal);
        load.join(
                HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build(),
                context.testUsers().createdUsers());
        return new Traffic() {
            @Override
            public void run() throws InterruptedException {
                load.run();
            }

            @Override
            public List<Finding> findings() throws InterruptedException {
                return load.findings();
            }
        };
    }
}
