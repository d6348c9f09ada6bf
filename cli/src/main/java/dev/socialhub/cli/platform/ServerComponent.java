package dev.socialhub.cli.platform;

import dev.socialhub.backing.BackingServer;
import dev.socialhub.backing.process.Launch;
import dev.socialhub.cli.installation.Programs;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * One of the embedded backing servers.
 *
 * @param programs holds the JVM program of those servers that aren't native
 * @param ports in the order of their importance
 * @param blanked variables of the operator's environment that it must not see
 */
record ServerComponent(
        BackingServer server,
        Programs programs,
        Map<Port, Integer> ports,
        String url,
        Map<String, String> blanked)
        implements Component {

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public Kind kind() {
        return Kind.server;
    }

    @Override
    public boolean mustAnswerFirst() {
        // Services migrate their tables before they do anything else; the other servers may come up
        // later.
        return name().equals("postgres");
    }

    @Override
    public void prepare() {
        programs.provide(Programs.SERVERS);
        server.prepare();
    }

    @Override
    public Launch launch() {
        Launch launch = server.launch();
        Map<String, String> environment = new HashMap<>(blanked);
        environment.putAll(launch.environment());
        return new Launch(
                launch.name(),
                launch.command(),
                environment,
                launch.directory(),
                launch.log(),
                launch.stopSignal());
    }

    @Override
    public Health health() {
        return server.answers() ? Health.up() : Health.down("no answer");
    }

    @Override
    public Duration stopGrace() {
        return server.stopGrace();
    }
}
