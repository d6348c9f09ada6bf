package dev.socialhub.gateway.upstream;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.route.Backend;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file that names the instances of services: {@code {"posts":["http://host:5001",…],…}}. For
 * use by one thread at a time.
 */
@Singleton
final class UpstreamsFile {

    private static final int MAX_BYTES = 64 * 1024;

    private final @Nullable Path file;
    private final JsonMapper json;
    private String last = "";

    UpstreamsFile(GatewaySettings settings, JsonMapper json) {
        this.file = settings.upstreamsFile().isBlank() ? null : Path.of(settings.upstreamsFile());
        this.json = json;
    }

    /**
     * The content of the file.
     *
     * @param lists the instances of the services that it names
     * @param refused services without a usable list, for which the previous content stays in effect
     * @param problems the errors in the file, for the operator
     */
    record Reading(Map<Backend, List<URI>> lists, Set<Backend> refused, List<String> problems) {

        static Reading unusable(String problem) {
            return new Reading(Map.of(), Set.copyOf(Backend.all()), List.of(problem));
        }
    }

    /** Whether a file is configured. */
    boolean isNamed() {
        return file != null;
    }

    /** The current content of the file; empty when it is unchanged since the last call. */
    Optional<Reading> change() {
        if (file == null) {
            return Optional.empty();
        }
        // Compares the text itself and not the date: two writes may fall into one tick of the file
        // system's clock.
        String text;
        Reading reading;
        try {
            text = read(file);
            reading = text.equals(last) ? null : parse(text);
        } catch (NoSuchFileException missing) {
            text = "missing";
            reading = Reading.unusable("there is no such file");
        } catch (IOException unreadable) {
            text = "unreadable: " + unreadable;
            reading = Reading.unusable("it can't be read: " + unreadable);
        }
        if (text.equals(last)) {
            return Optional.empty();
        }
        last = text;
        return Optional.ofNullable(reading);
    }

    private static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("longer than " + MAX_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private Reading parse(String text) {
        JsonNode root;
        try {
            root = json.readValue(text, JsonNode.class);
        } catch (IOException malformed) {
            return Reading.unusable("it is not JSON, or it is incomplete");
        }
        if (root == null || !root.isObject()) {
            return Reading.unusable("it is not a JSON object");
        }
        Map<Backend, List<URI>> lists = new HashMap<>();
        Set<Backend> refused = new HashSet<>();
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : root.entries()) {
            Optional<Backend> backend = Backend.labelled(entry.getKey());
            if (backend.isEmpty()) {
                problems.add("it names the unknown service '" + entry.getKey() + "'");
                continue;
            }
            try {
                lists.put(backend.get(), instances(entry.getValue()));
            } catch (IllegalArgumentException unusable) {
                refused.add(backend.get());
                problems.add(entry.getKey() + ": " + unusable.getMessage());
            }
        }
        return new Reading(lists, refused, problems);
    }

    private static List<URI> instances(JsonNode list) {
        if (!list.isArray() || list.size() == 0) {
            throw new IllegalArgumentException("not a list of at least one address");
        }
        List<String> urls = new ArrayList<>();
        for (JsonNode url : list.values()) {
            if (!url.isString()) {
                throw new IllegalArgumentException("an address that is not a text");
            }
            urls.add(url.getStringValue());
        }
        return Addresses.all(urls);
    }
}
