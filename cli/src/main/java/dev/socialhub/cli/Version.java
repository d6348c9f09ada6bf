package dev.socialhub.cli;

import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OutputFormat;
import dev.socialhub.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code socialhubctl version}. */
@Command(
        name = "version",
        description = "Show the version of SocialHub and of the Java that runs it.",
        footer = {"", "Examples:", "  socialhubctl version", "  socialhubctl version -o json"})
final class Version implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES}.")
    OutputFormat output = OutputFormat.table;

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
        terminal.out()
                .print(
                        output == OutputFormat.table
                                ? "socialhubctl %s (Java %s, %s)%n"
                                        .formatted(
                                                versions.socialhub(),
                                                versions.java(),
                                                versions.system())
                                : Documents.write(output, versions));
        terminal.out().flush();
        return ExitCode.DONE;
    }

    /** From the jar's manifest; classes that aren't in a jar have no version. */
    private static String socialhub() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
