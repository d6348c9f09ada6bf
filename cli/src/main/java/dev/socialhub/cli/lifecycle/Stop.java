package dev.socialhub.cli.lifecycle;

import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.platform.Component;
import dev.socialhub.cli.platform.Component.Kind;
import dev.socialhub.cli.platform.Components;
import dev.socialhub.cli.platform.ResolvePlatform;
import dev.socialhub.cli.process.GatewayUpstreams;
import dev.socialhub.cli.process.PlatformLock;
import dev.socialhub.cli.process.StopPlatform;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl stop}. */
@Command(
        name = "stop",
        description = {
            "Stop some processes of the running platform; `up` starts them again.",
            "",
            "A service's name means all its instances, posts-1 or posts-2 means one of them. While"
                    + " a service is stopped its requests are answered with 503, and its events"
                    + " wait. Exits with 0, also if they are stopped already, 4 if a name is"
                    + " unknown."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl stop notifications",
            "  socialhubctl stop posts-2 users"
        })
public final class Stop implements Callable<Integer> {
    private final Installation installation;
    private final Terminal terminal;

    @Parameters(paramLabel = "SVC", arity = "1..*", description = "Services or servers.")
    List<String> names = List.of();

    public Stop(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        HomeFolder home = installation.home();
        Components components = new ResolvePlatform(installation).existing().components();
        List<Component> named = components.named(names);
        int stopped = 0;
        if (home.isClaimed()) {
            try (PlatformLock _ = PlatformLock.take(home.lock());
                    ProgressDisplay progress = ProgressDisplay.on(terminal)) {
                GatewayUpstreams upstreams = new GatewayUpstreams(home, components, progress);
                upstreams.drain(replaced(components, named, upstreams));
                stopped =
                        new StopPlatform(home, components, progress)
                                .stop(named.stream().map(Component::name).toList());
            }
        }
        terminal.say(
                stopped == 0
                        ? "None of these processes is running."
                        : "Stopped %d %s; `socialhubctl up --detach` starts them again."
                                .formatted(stopped, stopped == 1 ? "process" : "processes"));
        return ExitCode.DONE;
    }

    /**
     * Those whose service has another instance that keeps running: the gateway removes them first.
     */
    private static List<Component> replaced(
            Components components, List<Component> named, GatewayUpstreams upstreams) {
        return named.stream()
                .filter(one -> one.kind() == Kind.service && one.isBalanced())
                .filter(one ->
                        components.all().stream()
                                .filter(other -> other.service().equals(one.service()))
                                .anyMatch(other ->
                                        !named.contains(other) && upstreams.isAlive(other)))
                .toList();
    }
}
