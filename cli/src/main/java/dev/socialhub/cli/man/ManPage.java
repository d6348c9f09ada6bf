package dev.socialhub.cli.man;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** One command's manual page, built from the same model as its {@code --help}. */
final class ManPage {
    private static final int DESCRIPTION = 4;

    private final CommandLine command;
    private final CommandSpec spec;
    private final Help help;
    private final String source;

    /**
     * @param source what the pages are of, such as {@code SocialHub 0.1.0}
     */
    ManPage(CommandLine command, String source) {
        this.command = command;
        this.spec = command.getCommandSpec();
        this.help = command.getHelp();
        this.source = source;
    }

    /** {@code socialhubctl-topics-diff}. */
    String name() {
        return spec.qualifiedName("-");
    }

    /** The page in roff. */
    String text() {
        Roff page = new Roff().title(name().toUpperCase(Locale.ROOT), source);
        List<String> description = List.of(spec.usageMessage().description());
        page.section("NAME").text(name() + " - " + summary(description.getFirst()));
        page.section("SYNOPSIS").text(help.synopsis(0).strip().replaceAll("\\s+", " "));
        page.section("DESCRIPTION");
        prose(page, description);
        arguments(page);
        commands(page);
        footer(page);
        seeAlso(page);
        return page.toString();
    }

    private void arguments(Roff page) {
        List<PositionalParamSpec> parameters =
                spec.positionalParameters().stream().filter(one -> !one.hidden()).toList();
        List<OptionSpec> options = spec.options().stream().filter(one -> !one.hidden()).toList();
        page.section("OPTIONS");
        for (PositionalParamSpec parameter : parameters) {
            Text[][] rows =
                    help.createDefaultParameterRenderer()
                            .render(parameter, help.parameterLabelRenderer(), help.colorScheme());
            page.term(parameter.paramLabel(), definitions(rows));
        }
        for (OptionSpec option : options) {
            Text[][] rows =
                    help.createDefaultOptionRenderer()
                            .render(option, help.parameterLabelRenderer(), help.colorScheme());
            String label = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
            page.term(String.join(", ", option.names()) + label, definitions(rows));
        }
    }

    private void commands(Roff page) {
        Map<String, CommandLine> commands = command.getSubcommands();
        if (commands.isEmpty()) {
            return;
        }
        page.section("COMMANDS");
        commands.forEach((name, sub) -> {
            if (!sub.getCommandSpec().usageMessage().hidden()) {
                page.term(name, sub.getCommandSpec().usageMessage().description()[0]);
            }
        });
    }

    /** Examples as they are; the text after them is a section of its own. */
    private void footer(Roff page) {
        for (String line : spec.usageMessage().footer()) {
            if (line.equals("Examples:")) {
                page.section("EXAMPLES");
            } else if (line.startsWith("Exit codes:")) {
                page.section("EXIT STATUS").text(line.substring("Exit codes:".length()).strip());
            } else if (line.startsWith(" ")) {
                page.verbatim(line.strip());
            } else if (!line.isBlank()) {
                page.paragraph().text(line);
            }
        }
    }

    private void seeAlso(Roff page) {
        CommandSpec above = spec.parent();
        String others =
                command.getSubcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .filter(sub -> !sub.usageMessage().hidden())
                        .map(sub -> sub.qualifiedName("-") + "(1)")
                        .collect(Collectors.joining(", "));
        String also = above == null ? others : others.isEmpty() ? "" : ", " + others;
        String up = above == null ? "" : above.qualifiedName("-") + "(1)";
        if (!(up + also).isEmpty()) {
            page.section("SEE ALSO").text(up + also);
        }
    }

    private static void prose(Roff page, List<String> lines) {
        for (String line : lines) {
            if (line.isBlank()) {
                page.paragraph();
            } else if (line.startsWith(" ")) {
                page.verbatim(line);
            } else {
                page.text(line);
            }
        }
    }

    /** One line without a full stop, the form used in lists of pages. */
    private static String summary(String description) {
        return description.replaceFirst("\\.$", "");
    }

    private static String definitions(Text[][] rows) {
        return Arrays.stream(rows)
                .map(row -> row[DESCRIPTION].plainString().strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
