package dev.socialhub.cli.doctor;

import dev.socialhub.cli.check.Check;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.check.ShellText;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The secrets: complete, and readable by their owner alone. */
record SecretsCheck(Path file, Supplier<Facts> facts) implements Check {
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /**
     * @param kept how many secrets the file holds; 0 if there is no file
     * @param permissions of the file, where the system has them
     * @param data whether a database exists, which only the old secrets open
     */
    record Facts(int kept, Optional<Set<PosixFilePermission>> permissions, boolean data) {}

    @Override
    public String name() {
        return "secrets";
    }

    @Override
    public Finding examine() {
        Facts now = facts.get();
        if (now.kept() == 0) {
            return now.data()
                    ? Finding.fail(
                            file
                                    + " is missing, and the existing data can be read only with its"
                                    + " secrets",
                            "restore it from a backup, or move the data away: `mv %s %s`"
                                    .formatted(
                                            ShellText.word(folder()),
                                            ShellText.word(
                                                    folder().resolveSibling(
                                                                    folder().getFileName()
                                                                            + ".old"))))
                    : Finding.ok("none yet: the first start creates them");
        }
        Set<PosixFilePermission> permissions = now.permissions().orElse(Set.of());
        if (!OWNERS.containsAll(permissions)) {
            return Finding.fail(
                    "%s has mode %s, other users may use it"
                            .formatted(file, PosixFilePermissions.toString(permissions)),
                    "`chmod 600 " + ShellText.word(file) + "`");
        }
        return Finding.ok("all %d in %s, which only its owner can use".formatted(now.kept(), file));
    }

    private Path folder() {
        return file.toAbsolutePath().resolveSibling("");
    }
}
