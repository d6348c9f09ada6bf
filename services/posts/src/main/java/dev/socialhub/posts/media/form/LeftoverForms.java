package dev.socialhub.posts.media.form;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the files of forms whose process was killed before it could. */
@Singleton
final class LeftoverForms {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverForms.class);

    /** Longer than any form takes. */
    private static final Duration AGE = Duration.ofDays(1);

    private final Path folder;
    private final Clock clock;

    LeftoverForms(@Value("${posts.media.upload-folder}") String folder, Clock clock) {
        this.folder = Path.of(folder);
        this.clock = clock;
    }

    @Scheduled(
            initialDelay = "${posts.media.sweep.interval}",
            fixedDelay = "${posts.media.sweep.interval}")
    void delete() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant limit = clock.instant().minus(AGE);
        try {
            for (Path form : forms()) {
                if (Files.getLastModifiedTime(form).toInstant().isBefore(limit)) {
                    ReceivedForm.delete(form);
                }
            }
        } catch (IOException e) {
            LOG.warn("Files of old uploads can't be deleted: {}", e.toString());
        }
    }

    private List<Path> forms() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(one -> one.getFileName().toString().startsWith(ReadForm.PREFIX))
                    .toList();
        }
    }
}
