package dev.socialhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {
    @TempDir Path folder;

    private final CapturedTerminal terminal = CapturedTerminal.plain();

    @Test
    void unknownCommandIsWrongUsageAndSuggestsTheRightOne() {
        assertThat(run(Map.of(), "statos")).isEqualTo(2);
        assertThat(terminal.err())
                .isEqualTo(
                        "socialhubctl: there is no command 'statos', did you mean 'status'?:"
                                + " see `socialhubctl --help`\n");
    }

    @Test
    void noCommandShowsTheHelpAndIsWrongUsage() {
        assertThat(run(Map.of())).isEqualTo(2);
        assertThat(terminal.err()).startsWith("Usage: socialhubctl");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void wrongValueOfAnOptionIsWrongUsageInOneLine() {
        assertThat(run(Map.of(), "logs", "-n", "many")).isEqualTo(2);
        assertThat(terminal.err().lines()).hasSize(1);
        assertThat(terminal.err()).contains("see `socialhubctl logs --help`");
    }

    @Test
    void unknownProcessIsNotFoundAndNamesThoseThatExist() {
        assertThat(run(Map.of(), "logs", "mail")).isEqualTo(4);
        assertThat(terminal.err())
                .isEqualTo(
                        "socialhubctl: there is no process named 'mail': choose from postgres,"
                                + " redis, kafka, mongodb, auth, users, posts, notifications, chat,"
                                + " gateway\n");
    }

    @Test
    void stackTraceIsShownOnlyWithDebug() {
        run(Map.of("GATEWAY_PORT", "x"), "up");
        assertThat(terminal.err()).doesNotContain("\tat ");
        run(Map.of("GATEWAY_PORT", "x"), "up", "--debug");
        assertThat(terminal.err()).contains("\tat ");
    }

    @Test
    void wrongPortIsReportedBeforeAnythingIsStarted() {
        assertThat(run(Map.of("GATEWAY_PORT", "80800"), "up", "-d")).isEqualTo(2);
        assertThat(terminal.err())
                .isEqualTo(
                        "socialhubctl: GATEWAY_PORT is '80800': set it to a port between 1 and"
                                + " 65535\n");
    }

    @Test
    void statusOfAPlatformThatNeverRanIsUnavailableAndMakesNoFile() {
        assertThat(run(Map.of(), "status")).isEqualTo(69);
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void statusOfAPlatformThatNeverRanShowsThePortsOfItsFirstStart() {
        run(Map.of("GATEWAY_PORT", "18080", "POSTGRES_PORT", "15432"), "status");
        assertThat(terminal.out().lines())
                .anyMatch(line -> line.matches("gateway .* 18080 .*"))
                .anyMatch(line -> line.matches("postgres .* 15432 .*"))
                .anyMatch(line -> line.matches("redis .* 6379 .*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "status -o json",
                "up --detach",
                "down",
                "down --purge --execute",
                "restart posts",
                "stop posts",
                "logs",
                "verify",
                "doctor",
                "topics list",
                "load history"
            })
    void aFileInPlaceOfTheHomeIsWrongUsageInOneLine(String call) throws IOException {
        Files.writeString(folder.resolve("home"), "a file");
        assertThat(run(Map.of(), call.split(" "))).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err())
                .isEqualTo(
                        "socialhubctl: SOCIALHUB_HOME is %s, a file: set it to a folder, or to one"
                                        .formatted(folder.resolve("home"))
                                + " that can be created\n");
        assertThat(folder.resolve("home")).hasContent("a file");
    }

    @Test
    void localCommandsAreRefusedInOneLineWhileAnotherPlatformIsChosen() throws IOException {
        Path contexts = folder.resolve("contexts.yml");
        Files.writeString(contexts, "contexts: {other: {gateway: 'http://127.0.0.1:1'}}");
        Files.setPosixFilePermissions(contexts, PosixFilePermissions.fromString("rw-------"));
        Map<String, String> elsewhere =
                Map.of("SOCIALHUB_CONTEXTS", contexts.toString(), "SOCIALHUB_CONTEXT", "other");
        assertThat(run(elsewhere, "status")).isEqualTo(5);
        assertThat(terminal.err()).startsWith("socialhubctl: ").hasLineCount(1);
    }

    @Test
    void downOfAPlatformThatNeverRanIsDone() {
        assertThat(run(Map.of(), "down")).isZero();
        assertThat(terminal.err()).isEqualTo("Nothing is running.\n");
    }

    @Test
    void restartOfAnUnknownProcessIsNotFound() {
        assertThat(run(Map.of(), "restart", "mail")).isEqualTo(4);
        assertThat(terminal.err()).contains("no process named 'mail'").contains("notifications");
    }

    @Test
    void restartWhereNothingRunsIsUnavailableAndMakesNoFile() {
        assertThat(run(Map.of(), "restart", "posts")).isEqualTo(69);
        assertThat(terminal.err())
                .isEqualTo(
                        "socialhubctl: nothing is running: `socialhubctl up` starts the"
                                + " platform\n");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void restartOfNothingIsWrongUsage() {
        assertThat(run(Map.of(), "restart")).isEqualTo(2);
        assertThat(terminal.err()).contains("see `socialhubctl restart --help`");
    }

    @Test
    void doctorFindsProblemsBeforeAnythingRanAndMakesNoFile() {
        assertThat(run(Map.of("GATEWAY_PORT", "x"), "doctor")).isEqualTo(3);
        assertThat(terminal.out()).contains("fail ports").contains("GATEWAY_PORT is 'x'");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    private int run(Map<String, String> environment, String... arguments) {
        Installation installation =
                new Installation(
                        folder.resolve("dist"),
                        new HomeFolder(folder.resolve("home")),
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        environment);
        return SocialHubCtl.commandLine(installation, terminal.terminal()).execute(arguments);
    }
}
