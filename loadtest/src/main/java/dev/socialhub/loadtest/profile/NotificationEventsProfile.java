package dev.socialhub.loadtest.profile;

import dev.socialhub.loadtest.events.EventLoad;
import dev.socialhub.loadtest.format.Outcome.Finding;
import dev.socialhub.loadtest.notice.Notifications;
import dev.socialhub.loadtest.plan.Plan;
import dev.socialhub.loadtest.run.RunRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Publishes events of posts that were never written, at the ordered rate, and checks afterwards
 * whether each has become one notification. Only notifications reads that topic.
 */
final class NotificationEventsProfile implements RunnableProfile {

    private static final String EVENT = "event";
    private static final String SERVERS = "bootstrap.servers";

    @Override
    public String name() {
        return "notification-events";
    }

    @Override
    public Map<String, Double> operations() {
        return Map.of(EVENT, 1.0);
    }

    @Override
    public Traffic prepare(ProfileContext context) {
        Plan plan = context.plan();
        String servers = plan.kafka().getOrDefault(SERVERS, "");
        if (servers.isEmpty()) {
            throw new RunRefused("the plan names no kafka bootstrap.servers to send events to");
        }
        if (!plan.foreign() && !(isLoopback(plan.gateway().getHost()) && areLoopback(servers))) {
            throw new RunRefused(
                    "generated events are only sent to a platform on this machine: set \"foreign\":"
                            + " true in the plan to send them elsewhere");
        }
        EventLoad load =
                new EventLoad(
                        EVENT,
                        plan,
                        context.testUsers(),
                        new Notifications(context.gateway()),
                        context.measurement()::journal,
                        context.schedule());
        return new Traffic() {
            @Override
            public void run() throws InterruptedException {
                load.run();
            }

            @Override
            public List<Finding> findings() throws IOException, InterruptedException {
                return load.findings();
            }
        };
    }

    private static boolean areLoopback(String servers) {
        return Pattern.compile(",")
                .splitAsStream(servers)
                .allMatch(server -> isLoopback(server.strip().replaceFirst(":\\d+$", "")));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknownHost) {
            return false;
        }
    }
}
