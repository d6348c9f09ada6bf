package dev.socialhub.cli.support;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.support.Archive.Content;
import dev.socialhub.cli.terminal.Amounts;
import dev.socialhub.cli.terminal.Table;
import java.util.List;

/**
 * The document of {@code support-bundle}.
 *
 * @param bytes of the whole bundle, compressed
 * @param masked how many places held a secret, a token or a login
 */
@JsonPropertyOrder({"version", "file", "bytes", "masked", "contents"})
record BundleReport(int version, String file, long bytes, int masked, List<Content> contents) {
    private static final int VERSION = 1;

    BundleReport {
        contents = List.copyOf(contents);
    }

    static BundleReport of(String file, long bytes, int masked, List<Content> contents) {
        return new BundleReport(VERSION, file, bytes, masked, contents);
    }

    String table() {
        Table table = new Table().text("CONTENT").number("SIZE");
        contents.forEach(one -> table.row(one.name(), Amounts.bytes(one.bytes())));
        return table.render();
    }
}
