package dev.socialhub.notifications.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class NotificationDocumentsTest {

    private final Announcement said = Examples.announcement(UUID.randomUUID());

    @Test
    void keepsWhichRequestCausedIt() {
        Document document = NotificationDocuments.of(said.numbered(7));

        assertThat(document.getString("traceId")).isEqualTo(said.traceId()).hasSize(32);
        assertThat(NotificationDocuments.read(document)).isEqualTo(said.numbered(7));
    }

    @Test
    void readsWhatWasWrittenBeforeThereWereTraces() {
        Document document = NotificationDocuments.of(said.numbered(7));
        document.remove("traceId");

        assertThat(NotificationDocuments.read(document).announcement().traceId()).isNull();
    }
}
