package dev.socialhub.cli.terminal;

import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** How a command shows its result: in lines for people, or as a document for programs. */
public final class Output {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES}.")
    OutputFormat format = OutputFormat.table;

    /** Whether people read the output; they get more than the result. */
    public boolean isHumanReadable() {
        return format == OutputFormat.table;
    }

    /**
     * Prints the result.
     *
     * @param lines for people, with their line breaks; asked for only if they are to be shown
     * @param document for programs: a record of a stable shape
     */
    public void print(Terminal terminal, Supplier<String> lines, Object document) {
        terminal.out().print(isHumanReadable() ? lines.get() : Documents.write(format, document));
        terminal.out().flush();
    }
}
