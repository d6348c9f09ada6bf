package dev.socialhub.loadtest.probe.bus;

import dev.socialhub.loadtest.probe.ProbeSkipped;
import dev.socialhub.loadtest.run.StopHook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;

/** A topic of one partition, there for as long as a probe needs it. */
final class ScratchTopic implements AutoCloseable {

    private static final String PREFIX = "calibrate-";

    private final Admin admin;
    private final String name;
    private final StopHook whenStopped;

    private ScratchTopic(Admin admin, String name) {
        this.admin = admin;
        this.name = name;
        this.whenStopped = StopHook.run(this::delete);
    }

    /**
     * Makes it, and deletes those that a killed run has left.
     *
     * @param run of {@code a-z0-9}
     * @throws ProbeSkipped if Kafka doesn't let it
     */
    static ScratchTopic make(Map<String, Object> client, String run) throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("request.timeout.ms", 5_000);
        settings.put("default.api.timeout.ms", 10_000);
        Admin admin = Admin.create(settings);
        try {
            List<String> oldTopics =
                    admin.listTopics().names().get().stream()
                            .filter(topic -> topic.startsWith(PREFIX))
                            .toList();
            admin.deleteTopics(oldTopics).all().get();
            String name = PREFIX + run;
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
            return new ScratchTopic(admin, name);
        } catch (ExecutionException refused) {
            admin.close();
            throw new ProbeSkipped("Kafka: " + refused.getMessage(), refused);
        }
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        whenStopped.close();
        delete();
        admin.close();
    }

    private void delete() {
        try {
            admin.deleteTopics(List.of(name)).all().get();
        } catch (ExecutionException | KafkaException refused) {
            throw new ProbeSkipped("Kafka doesn't delete the topic " + name, refused);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
