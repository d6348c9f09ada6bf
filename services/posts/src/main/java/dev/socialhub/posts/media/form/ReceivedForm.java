package dev.socialhub.posts.media.form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form that was received completely.
 *
 * @param folder has the files, and room for what is made of them; closing deletes it
 */
public record ReceivedForm(Map<String, String> fields, List<ReceivedFile> files, Path folder)
        implements AutoCloseable {

    public ReceivedForm {
        fields = Map.copyOf(fields);
        files = List.copyOf(files);
    }

    public @Nullable String field(String name) {
        return fields.get(name);
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
