package dev.socialhub.backing.postgres;

import dev.socialhub.backing.BackingFailure;
import dev.socialhub.backing.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who runs PostgreSQL, which refuses to run as root. */
sealed interface ServerAccount {

    /** The same command run under this account; it replaces its wrapper, so the pid stays. */
    List<String> wrap(List<String> command);

    /** Gives a folder to this account. */
    void own(Path folder);

    /** An ordinary user needs no tricks. */
    record Caller() implements ServerAccount {
        @Override
        public List<String> wrap(List<String> command) {
            return command;
        }

        @Override
        public void own(Path folder) {}
    }

    /** Root in a user namespace without a mapping is nobody there; files stay root's. */
    record UserNamespace() implements ServerAccount {
        @Override
        public List<String> wrap(List<String> command) {
            return prefixed(List.of("unshare", "--user", "--"), command);
        }

        @Override
        public void own(Path folder) {}
    }

    /** Root steps down to another account, which then owns the data. */
    record Unprivileged(int uid, int gid) implements ServerAccount {
        @Override
        public List<String> wrap(List<String> command) {
            return prefixed(
                    List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"),
                    command);
        }

        @Override
        public void own(Path folder) {
            var outcome = Command.run(List.of("chown", "-R", uid + ":" + gid, folder.toString()));
            if (!outcome.succeeded()) {
                throw new BackingFailure(
                        folder + " could not be given to user " + uid + ": " + outcome.lastLine(),
                        "run socialhubctl as an ordinary user");
            }
        }
    }

    /**
     * The account for this data folder. Once a folder has an owner the choice follows it, so that
     * it is the same at every start.
     *
     * @throws BackingFailure if no account can run PostgreSQL on that folder
     */
    static ServerAccount forData(Path data) {
        return forData(uid(Path.of("/proc/self")).orElse(0), data);
    }

    /** The same for a caller with this user id. */
    static ServerAccount forData(int self, Path data) {
        var owner = uid(data);
        if (self != 0) {
            if (owner.isPresent() && owner.get().intValue() != self) {
                throw new BackingFailure(
                        data + " belongs to another user (uid " + owner.get() + ")",
                        "run socialhubctl as the user who made it, or chown -R it to this one");
            }
            return new Caller();
        }
        if (owner.isPresent() && owner.get() != 0) {
            return new Unprivileged(owner.get(), attribute(data, "unix:gid").orElse(owner.get()));
        }
        if (works(new UserNamespace())) {
            return new UserNamespace();
        }
        return fallback(Path.of("/etc/passwd"))
                .filter(ServerAccount::works)
                .orElseThrow(() ->
                        new BackingFailure(
                                "PostgreSQL refuses to run as root, and neither user"
                                        + " namespaces nor setpriv work here",
                                "run socialhubctl as an ordinary user"));
    }

    /** The unprivileged account to step down to: {@code postgres}, else {@code nobody}. */
    static Optional<ServerAccount> fallback(Path passwd) {
        try {
            var lines = Files.readAllLines(passwd);
            for (var name : List.of("postgres", "nobody")) {
                for (var line : lines) {
                    var fields = line.split(":", -1);
                    if (fields.length > 3 && fields[0].equals(name)) {
                        return Optional.of(
                                new Unprivileged(
                                        Integer.parseInt(fields[2]), Integer.parseInt(fields[3])));
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean works(ServerAccount account) {
        return Command.run(account.wrap(List.of("true"))).succeeded();
    }

    private static Optional<Integer> uid(Path file) {
        return attribute(file, "unix:uid");
    }

    private static Optional<Integer> attribute(Path file, String name) {
        try {
            return Files.exists(file)
                    ? Optional.of((Integer) Files.getAttribute(file, name))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> prefixed(List<String> prefix, List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }
}
