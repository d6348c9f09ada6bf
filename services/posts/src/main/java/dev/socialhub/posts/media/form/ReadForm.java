package dev.socialhub.posts.media.form;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import dev.socialhub.shared.text.Utf8;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;

/**
 * Reads a form as it arrives, and writes its files to the disk: a buffer of a few kilobytes is all
 * that it needs of the heap. The framework's own reader decides itself which errors a form has.
 */
@Singleton
public final class ReadForm {

    /** The largest file, in bytes. */
    public static final int MAX_FILE_BYTES = 10 * 1024 * 1024;

    /** More than the longest text of a post in UTF-8, before it is normalised. */
    private static final int MAX_FIELD_BYTES = 128 * 1024;

    /** What the names of the folders of forms begin with. */
    static final String PREFIX = "form-";

    private static final int BUFFER = 16 * 1024;
    private static final int TYPE_LENGTH = MediaType.MULTIPART_FORM_DATA.length();

    private final Path folder;

    ReadForm(@Value("${posts.media.upload-folder}") String folder) {
        this.folder = Path.of(folder);
    }

    /** A form without content: a folder for files that come from elsewhere. */
    public ReceivedForm empty() throws IOException {
        return new ReceivedForm(Map.of(), List.of(), newFolder());
    }

    private Path newFolder() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempDirectory(folder, PREFIX);
    }

    /**
     * Reads a form to its end.
     *
     * @throws ProblemException 415 for another type, 400 for a body that is no form, 413 for a file
     *     or a body that is too large, 422 for parts without a name, unknown fields, empty and
     *     surplus files
     */
    public ReceivedForm read(HttpRequest<?> request, FormRules rules) throws IOException {
        String type = String.valueOf(request.getHeaders().get(HttpHeaders.CONTENT_TYPE));
        if (!type.regionMatches(true, 0, MediaType.MULTIPART_FORM_DATA, 0, TYPE_LENGTH)) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_TYPE, "Send the form as multipart/form-data.");
        }
        String boundary = PartHeaders.parameter(type, "boundary");
        if (boundary.isEmpty()) {
            throw malformed();
        }
        Path own = newFolder();
        // Closing the body discards what is left of it, so that the answer can be sent.
        try (InputStream body = ((ServerHttpRequest<?>) request).byteBody().toInputStream()) {
            MultipartInput parts =
                    MultipartInput.builder()
                            .setInputStream(body)
                            .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
                            .setBufferSize(BUFFER)
                            .get();
            parts.setHeaderCharset(StandardCharsets.UTF_8);
            return new Reading(parts, rules, own).form();
        } catch (IOException | RuntimeException e) {
            ReceivedForm.delete(own);
            throw refusal(e);
        }
    }

    private static IOException refusal(Exception error) throws IOException {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                throw problem;
            }
            if (cause instanceof ContentLengthExceededException) {
                throw new ProblemException(ProblemType.TOO_LARGE, "The form is too large.");
            }
        }
        if (error instanceof FileUploadException || error instanceof IllegalArgumentException) {
            throw malformed();
        }
        if (error instanceof IOException e) {
            return e;
        }
        throw (RuntimeException) error;
    }

    private static ProblemException malformed() {
        return new ProblemException(
                ProblemType.MALFORMED, "The body is not the multipart form that it should be.");
    }

    /** One form on its way in. */
    private static final class Reading {

        private final MultipartInput parts;
        private final FormRules rules;
        private final Path folder;
        private final Map<String, String> fields = new HashMap<>();
        private final List<ReceivedFile> files = new ArrayList<>();

        private Reading(MultipartInput parts, FormRules rules, Path folder) {
            this.parts = parts;
            this.rules = rules;
            this.folder = folder;
        }

        private ReceivedForm form() throws IOException {
            if (!parts.skipPreamble()) {
                throw malformed();
            }
            do {
                part(PartHeaders.name(parts.readHeaders()));
            } while (parts.readBoundary());
            return new ReceivedForm(fields, files, folder);
        }

        private void part(String name) throws IOException {
            try (InputStream content = parts.newInputStream()) {
                if (name.equals(FormRules.FILE)) {
                    files.add(file(content));
                } else if (!rules.fields().contains(name)) {
                    throw ProblemException.invalid(name, "is not a known field");
                } else if (fields.putIfAbsent(name, text(name, content)) != null) {
                    throw ProblemException.invalid(name, "is given twice");
                }
            }
        }

        private ReceivedFile file(InputStream content) throws IOException {
            int number = files.size();
            String name = rules.nameOf(number);
            if (number == rules.maxFiles()) {
                throw ProblemException.invalid(
                        name,
                        rules.maxFiles() == 1
                                ? "must be one file"
                                : "must be at most " + rules.maxFiles() + " files");
            }
            MessageDigest digest = sha256();
            Path path = folder.resolve("file-" + number);
            long bytes = write(new DigestInputStream(content, digest), path);
            if (bytes == 0) {
                throw ProblemException.invalid(name, "is empty");
            }
            return new ReceivedFile(name, path, HexFormat.of().formatHex(digest.digest()));
        }

        private static long write(InputStream content, Path path) throws IOException {
            byte[] buffer = new byte[BUFFER];
            long bytes = 0;
            try (OutputStream out = Files.newOutputStream(path)) {
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    bytes += read;
                    if (bytes > MAX_FILE_BYTES) {
                        throw new ProblemException(
                                ProblemType.TOO_LARGE, "A file may have at most 10 MB.");
                    }
                    out.write(buffer, 0, read);
                }
            }
            return bytes;
        }

        private static String text(String name, InputStream content) throws IOException {
            byte[] bytes = content.readNBytes(MAX_FIELD_BYTES + 1);
            if (bytes.length > MAX_FIELD_BYTES) {
                throw ProblemException.invalid(name, "is too long");
            }
            if (!Utf8.isWellFormed(bytes)) {
                throw malformed();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
