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

/** The account that runs PostgreSQL, which refuses to run as root. */
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

    /** Root in a user namespace without a mapping is {@code nobody} there; files stay root's. */
    record UserNamespace() implements ServerAccount {
        @Override
        public List<String> wrap(List<String> command) {
            return prefixed(List.of("unshare", "--user", "--"), command);
        }

        @Override
        public void own(Path folder) {}
    }

    /**
     * Root steps down to another account, which then owns the data.
     *
     * @param entersPrivate whether it keeps root's capability to enter folders of mode 0700, such
     *     as root's own home
     */
    record Unprivileged(int uid, int gid, boolean entersPrivate) implements ServerAccount {
        @Override
        public List<String> wrap(List<String> command) {
            var prefix =
                    new ArrayList<>(
                            List.of(
                                    "setpriv",
                                    "--reuid=" + uid,
                                    "--regid=" + gid,
                                    "--clear-groups"));
            if (entersPrivate) {
                prefix.add("--inh-caps=+dac_override");
                prefix.add("--ambient-caps=+dac_override");
                // Otherwise access(2), by which PostgreSQL looks for its programs, leaves it aside.
                prefix.add("--securebits=+no_setuid_fixup");
            }
            prefix.add("--");
            return prefixed(prefix, command);
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
     * @param program PostgreSQL's own, which the account must be able to run
     * @throws BackingFailure if no account can run PostgreSQL on that folder
     */
    static ServerAccount forData(Path data, Path program) {
        return forData(uid(Path.of("/proc/self")).orElse(0), data, program);
    }

    /** The same for a caller with this user id. */
    static ServerAccount forData(int self, Path data, Path program) {
        var owner = uid(data);
        if (self != 0) {
            if (owner.isPresent() && owner.get().intValue() != self) {
                throw new BackingFailure(
                        data + " belongs to another user (uid " + owner.get() + ")",
                        "run socialhubctl as the user who made it, or chown -R it to this one");
            }
            return first(List.of(new Caller()), data, program);
        }
        if (owner.isPresent() && owner.get() != 0) {
            var group = attribute(data, "unix:gid").orElse(owner.get());
            return first(unprivileged(owner.get(), group), data, program);
        }
        var candidates = new ArrayList<ServerAccount>(List.of(new UserNamespace()));
        candidates.addAll(fallback(Path.of("/etc/passwd")));
        return first(candidates, data, program);
    }

    /**
     * The first of these accounts that can run the program and enter the folder above the data, as
     * far as they are there yet.
     *
     * @throws BackingFailure if none can
     */
    static ServerAccount first(List<ServerAccount> candidates, Path data, Path program) {
        var folder = data.resolveSibling("");
        for (var account : candidates) {
            if (account.serves(folder, program)) {
                return account;
            }
        }
        if (candidates.stream().noneMatch(account -> account.runs(List.of("true")))) {
            throw new BackingFailure(
                    "PostgreSQL refuses to run as root, and neither user namespaces nor setpriv"
                            + " work here",
                    "run socialhubctl as an ordinary user");
        }
        var asRoot = Command.run(List.of(program.toString(), "--version"));
        if (!asRoot.succeeded()) {
            throw new BackingFailure(
                    "PostgreSQL can't run on this machine: " + asRoot.lastLine(),
                    "install what it names (it needs glibc 2.17 or newer)");
        }
        throw new BackingFailure(
                "the account that must run PostgreSQL can't reach %s and %s"
                        .formatted(program, folder),
                "run socialhubctl as an ordinary user, or put SOCIALHUB_HOME into a folder that"
                        + " every user may enter");
    }

    /** The unprivileged account to step down to: {@code postgres}, else {@code nobody}. */
    static List<ServerAccount> fallback(Path passwd) {
        try {
            var lines = Files.readAllLines(passwd);
            for (var name : List.of("postgres", "nobody")) {
                for (var line : lines) {
                    var fields = line.split(":", -1);
                    if (fields.length > 3 && fields[0].equals(name)) {
                        return unprivileged(
                                Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
                    }
                }
            }
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both variants; the one with no more than that account's rights comes first. */
    private static List<ServerAccount> unprivileged(int uid, int gid) {
        return List.of(new Unprivileged(uid, gid, false), new Unprivileged(uid, gid, true));
    }

    private boolean serves(Path folder, Path program) {
        return runs(
                        Files.exists(program)
                                ? List.of(program.toString(), "--version")
                                : List.of("true"))
                && (Files.notExists(folder) || runs(List.of("test", "-x", folder.toString())));
    }

    private boolean runs(List<String> command) {
        return Command.run(wrap(command)).succeeded();
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
        var fullCommand = new ArrayList<>(prefix);
        fullCommand.addAll(command);
        return fullCommand;
    }
}
