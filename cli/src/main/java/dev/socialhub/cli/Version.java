package dev.socialhub.cli;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code socialhubctl version}. */
@Command(
        name = "version",
        description = "Show the version of SocialHub and of the Java that runs it.",
        footer = {"", "Examples:", "  socialhubctl version", "  socialhubctl version -o json"})
final class Version implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin Output output = new Output();

    Version(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The document of {@code version -o json}. */
    record Versions(int version, String socialhub, String java, String system) {}

    @Override
    public Integer call() {
        Versions versions =
                new Versions(
                        1,
                        socialhub(),
                        Runtime.version().toString(),
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        output.print(
                terminal,
                () ->
                        "socialhubctl %s (Java %s, %s)%n"
                                .formatted(
                                        versions.socialhub(), versions.java(), versions.system()),
                versions);
        return ExitCode.DONE;
    }

    /** From the jar's manifest; classes that aren't in a jar have no version. */
    private static String socialhub() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
