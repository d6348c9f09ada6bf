package dev.socialhub.cli.compose;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.compose.SecretsFile.Supplied;
import dev.socialhub.cli.terminal.Table;
import java.util.List;

/**
 * The document of {@code compose init}: names only.
 *
 * @param file that holds the values
 * @param kept variables that had a value
 * @param made variables that were given one
 */
@JsonPropertyOrder({"version", "file", "kept", "made"})
record InitReport(int version, String file, List<String> kept, List<String> made) {
    private static final int VERSION = 1;

    InitReport {
        kept = List.copyOf(kept);
        made = List.copyOf(made);
    }

    static InitReport of(Supplied supplied) {
        return new InitReport(
                VERSION, supplied.file().toString(), supplied.kept(), supplied.made());
    }

    String table() {
        Table table = new Table().text("VARIABLE").text("VALUE");
        made.forEach(name -> table.row(name, "made"));
        kept.forEach(name -> table.row(name, "kept"));
        return table.render() + "in " + file + "\n";
    }
}
