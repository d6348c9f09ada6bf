package dev.socialhub.cli.context;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Table;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code socialhubctl context list}. */
@Command(
        name = "list",
        description = {
            "Show the platforms that commands can act on, and which one is chosen.",
            "",
            "`local` is the platform that `up` starts on this machine. Others are declared in a"
                    + " file that only its owner may read, ~/.config/socialhub/contexts.yaml or"
                    + " the file that SOCIALHUB_CONTEXTS names:",
            "",
            "  contexts:",
            "    staging:",
            "      gateway: https://social.example.org",
            "      services:",
            "        auth: [http://10.0.0.5:5000]",
            "        posts: [http://10.0.0.6:5001, http://10.0.0.7:5001]",
            "      kafka:",
            "        bootstrap.servers: 10.0.0.8:9092",
            "      serviceTokenKeyVariable: STAGING_KEY    # or serviceTokenKey: its base64",
            "",
            "A context is chosen by --context, by SOCIALHUB_CONTEXT, or permanently by `context"
                    + " use`."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl context list",
            "  socialhubctl context list -o json"
        })
final class ContextList implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Mixin Output output = new Output();

    ContextList(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    /**
     * The document of {@code context list}.
     *
     * @param file where contexts are stored, whether it exists or not
     */
    @JsonPropertyOrder({"version", "file", "contexts"})
    record Listed(int version, String file, List<One> contexts) {}

    /**
     * A context.
     *
     * @param gateway empty for the local platform
     */
    @JsonPropertyOrder({"name", "chosen", "gateway"})
    record One(String name, boolean chosen, String gateway) {}

    @Override
    public Integer call() {
        String chosen = contexts.chosen();
        List<One> all =
                contexts.names().stream()
                        .map(name -> new One(name, name.equals(chosen), contexts.gateway(name)))
                        .toList();
        output.print(terminal, () -> table(all), new Listed(1, contexts.path().toString(), all));
        return ExitCode.DONE;
    }

    private static String table(List<One> all) {
        Table table = new Table().text("CHOSEN").text("NAME").text("GATEWAY");
        all.forEach(one ->
                table.row(
                        one.chosen() ? "*" : "",
                        one.name(),
                        one.gateway().isEmpty() ? "this machine's" : one.gateway()));
        return table.render();
    }
}
