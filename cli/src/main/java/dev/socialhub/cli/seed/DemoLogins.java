package dev.socialhub.cli.seed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.machine.WholeFile;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.OutputFormat;
import dev.socialhub.contracts.seed.SharedPassword;
import java.nio.file.Path;
import java.util.List;

/** The file from which the landing page of the local platform takes the logins that it shows. */
@JsonPropertyOrder({"version", "password", "logins"})
record DemoLogins(int version, String password, List<Login> logins) {
    DemoLogins {
        logins = List.copyOf(logins);
    }

    static void write(Path file, List<Login> logins) {
        DemoLogins document = new DemoLogins(1, SharedPassword.TEXT, logins);
        WholeFile.publish(file, Documents.write(OutputFormat.json, document));
    }
}
