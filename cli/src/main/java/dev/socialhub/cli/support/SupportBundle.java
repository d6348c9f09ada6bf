package dev.socialhub.cli.support;

import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.support.Archive.Content;
import dev.socialhub.cli.terminal.Amounts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl support-bundle}. */
@Command(
        name = "support-bundle",
        description = {
            "Pack what support needs to see: versions, status, findings of doctor and verify,"
                    + " settings, topics, the ends of the logs, facts of the processes.",
            "",
            "Secrets are left out: each value in secrets.env, or in a variable whose name suggests"
                    + " a secret, is masked wherever it is found, and so are tokens. Logs may"
                    + " contain names and addresses of users: check the file before you send it."
                    + " Nothing is changed, whether the platform runs or not. Only its owner may"
                    + " read the file. Exits with 0, or 5 if FILE exists."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl support-bundle",
            "  socialhubctl support-bundle /tmp/hub.tar.gz --log-megabytes 10 -o json"
        })
public final class SupportBundle implements Callable<Integer> {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'socialhub-support-'yyyyMMdd-HHmmss'.tar.gz'")
                    .withZone(ZoneOffset.UTC);
    private static final int MEGABYTE = 1 << 20;
    private static final int MAX_MEGABYTES = 20;

    private final Installation installation;
    private final Terminal terminal;
    private final Tool tool;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The file to write; by default named by the time, in the current folder.")
    @Nullable Path file;

    @Option(
            names = "--log-megabytes",
            paramLabel = "N",
            defaultValue = "2",
            description = "How much of the end of each log, 1 to 20 (${DEFAULT-VALUE}).")
    int megabytes;

    @Mixin Output output = new Output();

    public SupportBundle(Installation installation, Terminal terminal, Tool tool) {
        this.installation = installation;
        this.terminal = terminal;
        this.tool = tool;
    }

    @Override
    public Integer call() throws IOException {
        if (megabytes < 1 || megabytes > MAX_MEGABYTES) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "--log-megabytes is " + megabytes,
                    "give a number from 1 to " + MAX_MEGABYTES);
        }
        Instant now = Instant.now();
        Path target = (file == null ? Path.of(NAME.format(now)) : file).toAbsolutePath();
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(target);
        }
        Path half = temporaryFile(target);
        try {
            Redaction redaction =
                    Redaction.of(installation.home().secrets(), installation.environment());
            List<Content> contents = write(half, redaction, now);
            Files.move(half, target);
            report(target, redaction, contents);
        } catch (FileAlreadyExistsException meanwhile) {
            throw exists(target);
        } finally {
            Files.deleteIfExists(half);
        }
        return ExitCode.DONE;
    }

    private List<Content> write(Path half, Redaction redaction, Instant now) throws IOException {
        try (OutputStream stream = Files.newOutputStream(half);
                Archive archive = new Archive(stream, redaction, now);
                ProgressDisplay progress = ProgressDisplay.on(terminal)) {
            new CollectBundle(installation.home(), tool, Path.of("/proc"), megabytes * MEGABYTE)
                    .into(archive, progress);
            return archive.contents();
        }
    }

    private void report(Path target, Redaction redaction, List<Content> contents)
            throws IOException {
        BundleReport report =
                BundleReport.of(
                        target.toString(), Files.size(target), redaction.replaced(), contents);
        output.print(terminal, report::table, report);
        if (output.isHumanReadable()) {
            terminal.say(
                    "%s: %s, %d places masked."
                            .formatted(target, Amounts.bytes(report.bytes()), report.masked()));
        }
    }

    /** Readable by its owner alone from the beginning, and deleted if this is interrupted. */
    private static Path temporaryFile(Path target) {
        Path folder = target.resolveSibling("");
        FileAttribute<?>[] owners =
                target.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try {
            Path half = Files.createTempFile(folder, ".socialhub-support-", ".new", owners);
            half.toFile().deleteOnExit();
            return half;
        } catch (IOException unwritable) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    folder + " can't be written",
                    "name a FILE in a folder that exists and that you can write to",
                    unwritable);
        }
    }

    private static OperatorError exists(Path target) {
        return new OperatorError(
                ExitCode.REFUSED, target + " exists", "name another FILE, or remove this one");
    }
}
