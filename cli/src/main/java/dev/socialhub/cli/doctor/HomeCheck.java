package dev.socialhub.cli.doctor;

import dev.socialhub.cli.check.Check;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.check.ShellText;
import dev.socialhub.cli.machine.WriteTest;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Whether the platform's folder can be made, or belongs to it and can be written. */
record HomeCheck(Path home, Supplier<Facts> facts) implements Check {
    /**
     * @param exists whether the home exists already
     * @param foreign whether it holds files that the platform didn't make
     * @param writing a trial in it, or in the nearest folder above that exists
     */
    record Facts(boolean exists, boolean foreign, WriteTest writing) {}

    @Override
    public String name() {
        return "home";
    }

    @Override
    public Finding examine() {
        Facts now = facts.get();
        if (now.foreign()) {
            return Finding.fail(
                    home + " holds files that socialhubctl didn't make",
                    "set SOCIALHUB_HOME to a new or empty folder");
        }
        WriteTest writing = now.writing();
        if (writing.readOnly()) {
            return Finding.fail(
                    "the file system at " + writing.folder() + " is mounted read-only",
                    "`sudo mount -o remount,rw %s`, or set SOCIALHUB_HOME to a folder elsewhere"
                            .formatted(ShellText.word(writing.folder())));
        }
        return writing.refusal()
                .map(reason ->
                        Finding.fail(
                                "%s can't be written (%s)".formatted(writing.folder(), reason),
                                fix(now.exists(), reason)))
                .orElseGet(() ->
                        Finding.ok(
                                now.exists()
                                        ? home + " can be written"
                                        : home + " will be created by the first start"));
    }

    /** Never changes anything above the home: that may belong to the system. */
    private String fix(boolean exists, String reason) {
        String other = "set SOCIALHUB_HOME to another folder";
        if (!reason.equals(WriteTest.DENIED)) {
            return "repair that, or " + other;
        }
        String command =
                exists ? "sudo chown -R \"$USER\" " : "sudo install -d -m 700 -o \"$USER\" ";
        return "`" + command + ShellText.word(home) + "`, or " + other;
    }
}
