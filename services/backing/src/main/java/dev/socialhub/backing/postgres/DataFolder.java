package dev.socialhub.backing.postgres;

import dev.socialhub.backing.BackingFailure;
import dev.socialhub.backing.binaries.Folders;
import dev.socialhub.backing.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** PostgreSQL's data folder: made by {@code initdb}, or found and checked. */
record DataFolder(Path path, Path programs, ServerAccount account) {

    /** Makes the folder unless it is there; only a complete one ever gets its name. */
    void prepare(String password, String major) {
        if (Files.exists(path)) {
            requireMajor(major);
            return;
        }
        Folders.complete(path, folder -> initialise(folder, password));
    }

    private void initialise(Path folder, String password) throws IOException {
        account.own(folder);
        var passwordFile = Files.createTempFile(folder.getParent(), "initdb-", ".tmp");
        try {
            Files.writeString(passwordFile, password);
            account.own(passwordFile);
            var command =
                    List.of(
                            programs.resolve("initdb").toString(),
                            "--pgdata=" + folder,
                            "--username=postgres",
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            // Sorts and folds case alike on every machine, whatever its libc.
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8");
            var outcome = Command.run(account.wrap(command), Map.of("TZ", "UTC"));
            if (!outcome.succeeded()) {
                throw new BackingFailure(
                        "initdb failed: " + outcome.lastLine(),
                        "check free space, permissions and the machine's libraries");
            }
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private void requireMajor(String major) {
        try {
            var found = Files.readString(path.resolve("PG_VERSION")).strip();
            if (!found.equals(major)) {
                throw new BackingFailure(
                        path + " was made by PostgreSQL " + found + ", this is " + major,
                        "dump it with that version and restore it here, or start with an empty"
                                + " folder (socialhubctl down --purge --execute)");
            }
        } catch (NoSuchFileException e) {
            throw new BackingFailure(
                    path + " is not a PostgreSQL data folder",
                    "move it away; a new one is made at the next start",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
