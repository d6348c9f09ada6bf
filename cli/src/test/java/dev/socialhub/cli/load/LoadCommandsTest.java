package dev.socialhub.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.CapturedTerminal;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.load.result.LoadRun;
import dev.socialhub.cli.load.result.Runs;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.OutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LoadCommandsTest {
    @TempDir Path folder;

    private final CapturedTerminal terminal = CapturedTerminal.plain();

    @BeforeEach
    void packageProfiles() throws IOException {
        Files.writeString(
                folder.resolve("targets.yml"),
                """
                version: 1
                probes:
                  - {probe: hash, says: a hash}
                  - {probe: request, says: a request}
                profiles:
                  - profile: follow
                    says: People follow each other.
                    target: {rate: 1000, per: instance, millis: 20, source: S0-17}
                    goal: {budget_ratio: 0.4, unseen: 0}
                    load: {rate: 150, warm_up: 15s, duration: 60s, people: 200}
                    operations:
                      - {operation: follow, service: users, counted: true, floor: [request]}
                  - profile: mixed
                    says: A bit of all.
                    target: null
                    load: {rate: 2.5, warm_up: 1s, duration: 2m, people: 10}
                """);
        Files.writeString(folder.resolve("loadtest.jar"), "");
    }

    @Test
    void listShowsWhatIsPromisedJudgedAndOffered() {
        assertThat(run("list")).isZero();
        assertThat(terminal.out())
                .contains("follow   1000/s  budget ratio 0.4, unseen 0  150/s for 60s")
                .contains("mixed         –  –                           2.5/s for 2m");
    }

    @Test
    void anUnknownProfileIsNotFound() {
        assertThat(run("run", "walk")).isEqualTo(4);
        assertThat(terminal.err()).contains("choose from follow, mixed");
    }

    @Test
    void invalidOptionsAreWrongUsage() {
        assertThat(run("run", "follow", "--rate", "0")).isEqualTo(2);
        assertThat(run("run", "follow", "--rate", "NaN")).isEqualTo(2);
        assertThat(run("run", "follow", "--duration", "0s")).isEqualTo(2);
        assertThat(run("run", "follow", "--warm-up", "soon")).isEqualTo(2);
        assertThat(run("run", "follow", "--target", "ftp://x")).isEqualTo(2);
        assertThat(run("run", "follow", "--target", "http://a b")).isEqualTo(2);
        assertThat(run("run", "follow", "--save", "/nonexistent/a.json")).isEqualTo(2);
    }

    @Test
    void probesThatMakeNoSenseAreRefused() {
        assertThat(run("calibrate", "--probe", "guess")).isEqualTo(4);
        assertThat(terminal.err()).contains("choose from hash, request");
        assertThat(run("calibrate", "--duration", "0s")).isEqualTo(2);
        assertThat(run("calibrate", "--rate", "0")).isEqualTo(2);
    }

    @Test
    void nothingIsOfferedWhereNothingRuns() {
        assertThat(run("run", "follow")).isEqualTo(69);
    }

    @Test
    void anotherMachineIsLoadedOnlyWithExecute() {
        assertThat(run("run", "follow", "--target", "http://staging.example:8080/")).isEqualTo(5);
        assertThat(terminal.out())
                .contains("This would be offered to http://staging.example:8080: follow, 150/s");
        assertThat(Files.exists(folder.resolve("home"))).isFalse();
    }

    @Test
    void whatItIsComparedWithIsLookedForFirst() throws IOException {
        keep(Runs.good("20260131T120000Z-follow", 9));
        assertThat(run("run", "mixed", "--compare", "20260131T120000Z-follow")).isEqualTo(2);
        assertThat(run("run", "mixed", "--compare", "last")).isEqualTo(4);
    }

    @Test
    void historyShowsTheNewestFirstAndNamesWhatItCannotRead() throws IOException {
        keep(Runs.good("20260131T120000Z-follow", 9));
        Files.writeString(folder.resolve("home/load/odd.json"), "{}");
        assertThat(run("history", "follow")).isZero();
        assertThat(terminal.out())
                .contains("20260131T120000Z-follow  2026-01-31T12:00:00Z  follow")
                .contains("100.0/s")
                .contains("met");
        assertThat(terminal.err()).contains("left out ").contains("odd.json");
    }

    private void keep(LoadRun run) throws IOException {
        Path load = Files.createDirectories(folder.resolve("home/load"));
        Files.writeString(
                load.resolve(run.id() + ".json"), Documents.write(OutputFormat.json, run));
    }

    private int run(String... words) {
        Installation installation =
                new Installation(
                        folder,
                        new HomeFolder(folder.resolve("home")),
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        Map.of("XDG_CONFIG_HOME", folder.toString()));
        CommandLine load =
                Load.commandLine(
                        new Contexts(installation, () -> null), installation, terminal.terminal());
        load.setExecutionExceptionHandler((failure, _, _) -> {
            if (failure instanceof OperatorError error) {
                terminal.terminal().say(error.line());
                return error.exitCode();
            }
            throw failure;
        });
        return load.execute(words);
    }
}
