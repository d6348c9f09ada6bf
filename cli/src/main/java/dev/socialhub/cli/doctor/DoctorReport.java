package dev.socialhub.cli.doctor;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.doctor.Finding.Status;
import dev.socialhub.cli.terminal.Colour;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All findings; the document of {@code doctor -o json}. */
@JsonPropertyOrder({"version", "checks"})
record DoctorReport(int version, List<Entry> checks) {
    private static final int VERSION = 1;

    DoctorReport {
        checks = List.copyOf(checks);
    }

    static DoctorReport of(List<Entry> checks) {
        return new DoctorReport(VERSION, checks);
    }

    /**
     * One check and what it found.
     *
     * @param fix null when there is nothing to do
     */
    @JsonPropertyOrder({"name", "status", "found", "fix"})
    record Entry(String name, Status status, String found, @Nullable String fix) {
        static Entry of(String name, Finding finding) {
            return new Entry(name, finding.status(), finding.found(), finding.fix());
        }
    }

    /** 0 if nothing failed, otherwise 3. */
    int exitCode() {
        return count(Status.fail) == 0 ? ExitCode.DONE : ExitCode.PROBLEMS_FOUND;
    }

    /** One line for each check. */
    String lines(Terminal terminal) {
        int widest = checks.stream().mapToInt(entry -> entry.name().length()).max().orElse(1);
        StringBuilder text = new StringBuilder();
        for (Entry entry : checks) {
            text.append(mark(terminal, entry.status()))
                    .append(' ')
                    .append(String.format(Locale.ROOT, "%-" + widest + "s", entry.name()))
                    .append("  ")
                    .append(entry.found())
                    .append(entry.fix() == null ? "" : ": " + entry.fix())
                    .append('\n');
        }
        return text.toString();
    }

    /** All checks in a few words. */
    String summary() {
        return "%d checks: %d ok, %d to look at, %d failed."
                .formatted(checks.size(), count(Status.ok), count(Status.warn), count(Status.fail));
    }

    private long count(Status status) {
        return checks.stream().filter(entry -> entry.status() == status).count();
    }

    private static String mark(Terminal terminal, Status status) {
        if (!terminal.colour()) {
            return String.format(Locale.ROOT, "%-4s", status);
        }
        return switch (status) {
            case ok -> Colour.GOOD.paint("✔");
            case warn -> Colour.WARNING.paint("!");
            case fail -> Colour.BAD.paint("✘");
        };
    }
}
