package dev.socialhub.gateway.page;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.page.DemoLogins.Login;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that names users to log in as: {@code
 * {"version":1,"password":"…","logins":[{"username":"…","name":"…","about":"…"}]}}. Checked at each
 * request for the page, and read when it has changed.
 */
@Singleton
final class DemoLoginsFile {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoginsFile.class);
    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_LENGTH = 200;

    private final @Nullable Path file;
    private final JsonMapper json;
    private @Nullable Edition read;
    private Optional<DemoLogins> logins = Optional.empty();

    DemoLoginsFile(GatewaySettings settings, JsonMapper json) {
        this.file = settings.demoLoginsFile().isBlank() ? null : Path.of(settings.demoLoginsFile());
        this.json = json;
    }

    /** Distinguishes two states of the file; a file that replaces another has another key. */
    private record Edition(FileTime changed, long size, @Nullable Object key) {}

    /** The logins that the file names now; empty when there is no usable file. */
    synchronized Optional<DemoLogins> current() {
        if (file == null) {
            return Optional.empty();
        }
        Edition now = edition(file);
        if (!Objects.equals(now, read)) {
            read = now;
            logins = now == null ? Optional.empty() : read(file);
        }
        return logins;
    }

    private static @Nullable Edition edition(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new Edition(found.lastModifiedTime(), found.size(), found.fileKey());
        } catch (NoSuchFileException notSeeded) {
            return null;
        } catch (IOException unreadable) {
            LOG.debug("The file of demo logins can't be read", unreadable);
            return null;
        }
    }

    private Optional<DemoLogins> read(Path file) {
        try {
            return parse(bytes(file));
        } catch (IOException unusable) {
            LOG.warn("The file of demo logins isn't used: {}", unusable.getMessage());
            return Optional.empty();
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        // Opening a pipe would wait for its writer.
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is not a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it is longer than " + MAX_BYTES + " bytes");
            }
            return bytes;
        }
    }

    private Optional<DemoLogins> parse(byte[] bytes) throws IOException {
        @Nullable JsonNode root;
        try {
            root = json.readValue(bytes, JsonNode.class);
        } catch (IOException malformed) {
            // The exception's own message quotes the text, and so the password.
            throw new IOException("it is not JSON");
        }
        if (root == null || !root.isObject()) {
            throw new IOException("it is not a JSON object");
        }
        JsonNode version = root.get("version");
        if (version == null || !version.isNumber() || version.getIntValue() != 1) {
            throw new IOException("its version isn't 1");
        }
        String password = text(root, "password");
        JsonNode users = root.get("logins");
        if (password.isEmpty() || users == null || !users.isArray()) {
            throw new IOException("it needs a password and a list of logins");
        }
        List<Login> named = new ArrayList<>();
        for (JsonNode user : users.values()) {
            named.add(login(user));
        }
        return named.isEmpty() ? Optional.empty() : Optional.of(new DemoLogins(password, named));
    }

    private static Login login(JsonNode user) throws IOException {
        if (!user.isObject() || text(user, "username").isEmpty()) {
            throw new IOException("one of its logins has no username");
        }
        return new Login(text(user, "username"), text(user, "name"), text(user, "about"));
    }

    /** Returns an empty string when the field is missing. */
    private static String text(JsonNode object, String field) throws IOException {
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            return "";
        }
        if (!value.isString() || value.getStringValue().length() > MAX_LENGTH) {
            throw new IOException(
                    "a %s is not a text of at most %d characters".formatted(field, MAX_LENGTH));
        }
        return value.getStringValue();
    }
}
