package dev.socialhub.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Groups all commands by topic, since a list of forty lines is too long to read. */
final class CommandGroups {
    private static final List<Group> GROUPS =
            List.of(
                    new Group("Run", "up", "down", "restart", "stop", "compose"),
                    new Group(
                            "Inspect",
                            "status",
                            "logs",
                            "top",
                            "verify",
                            "doctor",
                            "config",
                            "dashboards",
                            "alerts"),
                    new Group("Bus", "topics", "groups", "events", "dlt", "outbox"),
                    new Group(
                            "Data",
                            "db",
                            "projections",
                            "counters",
                            "media",
                            "search",
                            "checksum",
                            "seed"),
                    new Group("Users", "users"),
                    new Group("Measure", "load"),
                    new Group(
                            "This tool",
                            "context",
                            "support-bundle",
                            "schema",
                            "completion",
                            "version"));

    private static final int INDENT = 2;

    private CommandGroups() {}

    private record Group(String name, List<String> commands) {
        Group(String name, String... commands) {
            this(name, List.of(commands));
        }
    }

    /**
     * Shows the tool's commands in these groups; a command without a group is listed under the
     * rest.
     */
    static void use(CommandLine root) {
        Map<String, CommandLine.IHelpSectionRenderer> sections =
                new TreeMap<>(root.getHelpSectionMap());
        sections.put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, _ -> "");
        sections.put(
                CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandGroups::render);
        root.getCommandSpec().usageMessage().sectionMap(sections);
    }

    private static String render(Help help) {
        Map<String, Help> rest = new LinkedHashMap<>(help.subcommands());
        int name = rest.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Group group : GROUPS) {
            List<String> present = new ArrayList<>(group.commands());
            present.retainAll(rest.keySet());
            text.append(render(help, group.name(), present, name));
            rest.keySet().removeAll(present);
        }
        text.append(render(help, "More", List.copyOf(rest.keySet()), name));
        return text.toString();
    }

    private static String render(Help help, String group, List<String> commands, int width) {
        if (commands.isEmpty()) {
            return "";
        }
        int name = width + INDENT;
        TextTable table =
                TextTable.forColumns(
                        help.colorScheme(),
                        new Column(name, INDENT, Overflow.SPAN),
                        new Column(
                                help.commandSpec().usageMessage().width() - name,
                                INDENT,
                                Overflow.WRAP));
        for (String command : commands) {
            Help sub = help.subcommands().get(command);
            if (sub != null) {
                table.addRowValues(
                        help.colorScheme().commandText(command),
                        help.colorScheme().text(sub.commandSpec().usageMessage().description()[0]));
            }
        }
        return group + ":\n" + table;
    }
}
