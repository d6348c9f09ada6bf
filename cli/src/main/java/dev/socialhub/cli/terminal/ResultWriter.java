package dev.socialhub.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes results, and keeps the reason for which one was lost, which a PrintWriter discards. */
final class ResultWriter extends PrintWriter {
    private static final String BROKEN_PIPE = "Broken pipe";

    private final Target target;

    /** In UTF-8, whatever the locale is; each line is flushed. */
    ResultWriter(OutputStream stream) {
        this(new Target(stream));
    }

    private ResultWriter(Target target) {
        super(target, true, StandardCharsets.UTF_8);
        this.target = target;
    }

    /**
     * Why results were lost, after all output has been flushed. Empty if none was lost, or if the
     * reader of a pipe has closed it, as {@code head} does when it has enough.
     */
    Optional<IOException> writeFailure() {
        flush();
        return Optional.ofNullable(target.failure)
                .filter(failure -> !BROKEN_PIPE.equals(failure.getMessage()));
    }

    /**
     * Writes nothing more after the first failure: a result with a gap is worse than a truncated
     * one.
     */
    private static final class Target extends FilterOutputStream {
        private @Nullable IOException failure;

        Target(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            if (failure != null) {
                throw failure;
            }
            try {
                out.write(octets, from, length);
            } catch (IOException lost) {
                failure = lost;
                throw lost;
            }
        }
    }
}
