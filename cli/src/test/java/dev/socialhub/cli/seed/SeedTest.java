package dev.socialhub.cli.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.CapturedTerminal;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** How the command refuses impossible options, before it asks any service. */
class SeedTest {
    private static final String CONTEXTS =
            """
            contexts:
              staging:
                gateway: http://127.0.0.1:1
                services:
                  auth: ["http://127.0.0.1:1"]
                kafka:
                  bootstrap.servers: 127.0.0.1:1
                serviceTokenKey: MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=
            """;

    @TempDir Path folder;

    private final CapturedTerminal terminal = CapturedTerminal.plain();

    @Test
    void refusesInvalidOptions() throws IOException {
        Path graph = Files.writeString(folder.resolve("graph.txt"), "1 2\n2 x\n");
        assertFails("--users is 0: give 1 to 1000000", "--users", "0");
        assertFails("--posts is -1: give 0 to 50000000", "--posts", "-1");
        assertFails(
                "--graph sets the follows, and --follows their number: leave one of them out",
                "--graph",
                graph.toString(),
                "--follows",
                "5");
        assertFails("line 2 isn't an edge: 2 x", "--graph", graph.toString());
        assertFails("there is no such file", "--graph", folder.resolve("none").toString());
        assertFails("it can't be read", "--graph", folder.toString());
        Files.write(graph, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertFails("it isn't a text file", "--graph", graph.toString());
    }

    @Test
    void fillsAnotherPlatformOnlyWhenTold() throws IOException {
        Path file = Files.writeString(folder.resolve("contexts.yaml"), CONTEXTS);
        Files.setPosixFilePermissions(
                file, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        Seed seed = seed("staging", "--profile", "tiny");
        assertThatThrownBy(seed::call)
                .isInstanceOfSatisfying(
                        OperatorError.class,
                        error -> {
                            assertThat(error.exitCode()).isEqualTo(ExitCode.REFUSED);
                            assertThat(error.line()).contains("add --execute to fill staging");
                        });
        assertThat(terminal.out())
                .startsWith("This would be added to staging: 20 users, 100 posts, 80 follows.");
        assertThatThrownBy(seed("staging", "--profile", "tiny", "--execute")::call)
                .isInstanceOfSatisfying(
                        OperatorError.class,
                        error ->
                                assertThat(error.exitCode())
                                        .isEqualTo(ExitCode.PLATFORM_UNAVAILABLE));
    }

    @Test
    void leavesLoginsForEverybodyToRead() throws IOException {
        Path file = folder.resolve("demo-logins.json");
        WriteDemoLogins.write(file, List.of(new DemoLogin("ada.1", "Ada", "writes")));
        assertThat(Files.readString(file))
                .isEqualToIgnoringWhitespace(
                        "{\"version\":1,\"password\":\"lantern-otter-harbour-92\",\"logins\":"
                                + "[{\"username\":\"ada.1\",\"name\":\"Ada\",\"about\":\"writes\"}]}");
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.GROUP_READ,
                        PosixFilePermission.OTHERS_READ);
    }

    private void assertFails(String words, String... arguments) {
        assertThatThrownBy(seed("local", arguments)::call)
                .isInstanceOfSatisfying(
                        OperatorError.class,
                        error -> {
                            assertThat(error.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
                            assertThat(error.line()).contains(words);
                        });
    }

    private Seed seed(String context, String... arguments) {
        Installation installation =
                new Installation(
                        folder,
                        new HomeFolder(folder),
                        folder,
                        Map.of(
                                "SOCIALHUB_CONTEXTS", folder.resolve("contexts.yaml").toString(),
                                "XDG_CONFIG_HOME", folder.toString()));
        Seed seed =
                new Seed(
                        new Contexts(installation, () -> context),
                        installation,
                        terminal.terminal());
        new CommandLine(seed).parseArgs(arguments);
        return seed;
    }
}
