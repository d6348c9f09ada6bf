package dev.socialhub.cli.checksum;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The document of {@code checksum}. */
@JsonPropertyOrder({"version", "parts"})
record ChecksumReport(int version, List<TableChecksum> parts) {
    private static final int VERSION = 1;

    @JsonCreator
    ChecksumReport(
            @JsonProperty(value = "version", required = true) int version,
            @JsonProperty(value = "parts", required = true) List<TableChecksum> parts) {
        this.version = version;
        this.parts = List.copyOf(parts);
    }

    static ChecksumReport of(List<TableChecksum> parts) {
        return new ChecksumReport(VERSION, parts);
    }

    /**
     * As {@code checksum -o json} has written it.
     *
     * @throws OperatorError if the file holds anything else
     */
    static ChecksumReport read(Path file) {
        try {
            ChecksumReport report =
                    new JsonMapper().readValue(Files.readString(file), ChecksumReport.class);
            if (report.version != VERSION) {
                throw new IOException("the file has another version");
            }
            return report;
        } catch (NoSuchFileException missing) {
            throw new OperatorError(
                    ExitCode.NOT_FOUND,
                    "there is no file " + file,
                    "`socialhubctl checksum -o json` writes one",
                    missing);
        } catch (IOException unreadable) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    file + " contains no checksums",
                    "give a file that `socialhubctl checksum -o json` has written",
                    unreadable);
        }
    }

    String table() {
        Table table = new Table().text("SERVICE").text("NAME").number("ROWS").text("DIGEST");
        parts.forEach(one -> table.row(one.service(), one.name(), "" + one.rows(), one.digest()));
        return table.render();
    }
}
