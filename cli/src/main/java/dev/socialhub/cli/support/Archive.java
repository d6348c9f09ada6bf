package dev.socialhub.cli.support;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A gzipped tar whose files are text without secrets, in one folder. */
final class Archive implements AutoCloseable {
    private static final String FOLDER = "socialhub-support/";
    private static final int OWNERS = 0600;

    private final TarArchiveOutputStream tar;
    private final Redaction redaction;
    private final Instant now;
    private final List<Content> contents = new ArrayList<>();

    Archive(OutputStream file, Redaction redaction, Instant now) throws IOException {
        this.tar = new TarArchiveOutputStream(new GZIPOutputStream(new BufferedOutputStream(file)));
        this.redaction = redaction;
        this.now = now;
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    /** One file in it. */
    record Content(String name, long bytes) {}

    /** Adds a file; secrets in its text are masked. */
    void add(String name, String text) throws IOException {
        byte[] bytes = redaction.of(text).getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(FOLDER + name);
        entry.setSize(bytes.length);
        entry.setMode(OWNERS);
        entry.setModTime(Date.from(now));
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
        contents.add(new Content(name, bytes.length));
    }

    List<Content> contents() {
        return contents;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
