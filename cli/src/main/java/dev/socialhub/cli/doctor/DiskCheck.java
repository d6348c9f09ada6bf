package dev.socialhub.cli.doctor;

import dev.socialhub.cli.check.Check;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.check.ShellText;
import dev.socialhub.cli.terminal.Amounts;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Free space of the file system that holds the home. */
record DiskCheck(Supplier<Facts> facts) implements Check {
    private static final long MIN_FREE_BYTES = 2L << 30;

    /**
     * @param folder the home, or where it will be made
     * @param mount where its file system begins
     * @param usable bytes that this user may still write
     */
    record Facts(Path folder, Path mount, long usable) {}

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Finding examine() {
        Facts disk = facts.get();
        String found = "%s are free at %s".formatted(Amounts.bytes(disk.usable()), disk.folder());
        return disk.usable() >= MIN_FREE_BYTES
                ? Finding.ok(found)
                : Finding.fail(
                        found + ", a platform needs " + Amounts.bytes(MIN_FREE_BYTES),
                        "free space (`du -xh -d 2 %s | sort -h | tail` shows the largest folders)"
                                        .formatted(ShellText.word(disk.mount()))
                                + " or set SOCIALHUB_HOME to a folder on another disk");
    }
}
