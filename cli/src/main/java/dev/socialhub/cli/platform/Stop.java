package dev.socialhub.cli.platform;

import dev.socialhub.cli.platform.Component.Kind;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
import java.nio.file.Files;
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
        Platform platform = new Platform(installation);
        Catalogue catalogue = platform.existing();
        List<Component> named = catalogue.named(names);
        int stopped = 0;
        if (Files.isDirectory(platform.home().run())) {
            try (PlatformLock _ = PlatformLock.take(platform.home().lock());
                    ProgressDisplay progress = ProgressDisplay.on(terminal)) {
                new Rotation(platform.home(), catalogue, progress)
                        .takeOut(replaced(platform.home(), catalogue, named, progress));
                stopped =
                        new StopPlatform(platform.home(), catalogue, progress)
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
            Home home, Catalogue catalogue, List<Component> named, ProgressDisplay progress) {
        Rotation rotation = new Rotation(home, catalogue, progress);
        return named.stream()
                .filter(one -> one.kind() == Kind.service && one.isBalanced())
                .filter(one ->
                        catalogue.all().stream()
                                .filter(other -> other.service().equals(one.service()))
                                .anyMatch(
                                        other -> !named.contains(other) && rotation.isAlive(other)))
                .toList();
    }
}
