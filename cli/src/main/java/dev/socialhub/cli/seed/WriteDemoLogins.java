package dev.socialhub.cli.seed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.machine.AtomicFile;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.OutputFormat;
import dev.socialhub.contracts.seed.SharedPassword;
import java.nio.file.Path;
import java.util.List;

/** The file from which the landing page of the local platform takes the logins that it shows. */
@JsonPropertyOrder({"version", "password", "logins"})
record WriteDemoLogins(int version, String password, List<DemoLogin> logins) {
    WriteDemoLogins {
        logins = List.copyOf(logins);
    }

    static void write(Path file, List<DemoLogin> logins) {
        WriteDemoLogins document = new WriteDemoLogins(1, SharedPassword.TEXT, logins);
        AtomicFile.publish(file, Documents.write(OutputFormat.json, document));
    }
}
