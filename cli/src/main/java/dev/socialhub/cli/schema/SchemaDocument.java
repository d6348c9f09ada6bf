package dev.socialhub.cli.schema;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Table;
import dev.socialhub.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code socialhubctl schema}. */
@Command(
        name = "schema",
        description = {
            "Show the JSON Schema of what a command prints with -o json or yaml.",
            "",
            "Without a command it lists those that have one. Within a document's version, fields may"
                    + " be added; none is renamed or left out. Exits with 4 if a command prints no"
                    + " document."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl schema",
            "  socialhubctl schema topics diff",
            "  socialhubctl schema status > status.schema.json"
        })
public final class SchemaDocument implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The words of a command.")
    List<String> words = List.of();

    @Spec CommandSpec spec = CommandSpec.create();

    public SchemaDocument(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().print(words.isEmpty() ? list() : of(words));
        terminal.out().flush();
        return ExitCode.DONE;
    }

    private String list() {
        Table table = new Table().text("COMMAND").text("SHOWS");
        for (CommandSpec command : printing(spec.root().commandLine())) {
            table.row(path(command), command.usageMessage().description()[0]);
        }
        return table.render();
    }

    private static String of(List<String> words) {
        String name = String.join("-", words);
        // A name is data: it must not lead to another path.
        try (InputStream file =
                name.matches("[a-z-]+")
                        ? SchemaDocument.class.getResourceAsStream("/schema/" + name + ".json")
                        : null) {
            if (file == null) {
                throw new OperatorError(
                        ExitCode.NOT_FOUND,
                        "no command named '%s' prints documents"
                                .formatted(Printable.line(String.join(" ", words))),
                        "`socialhubctl schema` lists those that do");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<CommandSpec> printing(CommandLine command) {
        List<CommandSpec> found = new ArrayList<>();
        CommandSpec own = command.getCommandSpec();
        if (own.findOption("--output") != null) {
            found.add(own);
        }
        command.getSubcommands().values().forEach(sub -> found.addAll(printing(sub)));
        return found;
    }

    private static String path(CommandSpec command) {
        return command.qualifiedName(" ").replaceFirst("^\\S+ ", "");
    }
}
