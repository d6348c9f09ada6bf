package dev.socialhub.cli.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The services' answers about their outboxes, as operators read them. */
class OutboxReportTest {
    @Test
    void addsUpWaitingEventsAndDetectsStuckOnes() throws JsonProcessingException {
        OutboxReport.One empty = one("auth", "{\"lanes\":[]}");
        OutboxReport.One busy =
                one(
                        "posts",
                        """
                        {"lanes":[
                          {"topic":"POST_TOPIC","shard":1,"pending":2,"oldestAgeSeconds":0.5},
                          {"topic":"POST_TOPIC","shard":7,"pending":3000,"oldestAgeSeconds":90}]}
                        """);

        OutboxReport report = OutboxReport.of(List.of(empty, busy));

        assertThat(busy.pending()).isEqualTo(3_002);
        assertThat(busy.oldestSeconds()).isEqualTo(90);
        assertThat(report.stuck()).isTrue();
        assertThat(OutboxReport.of(List.of(empty)).stuck()).isFalse();
        assertThat(report.table())
                .containsPattern("(?m)^auth +all +all +0 +-$")
                .containsPattern("(?m)^posts +all +all +3,002 +1m 30s$")
                .containsPattern("(?m)^posts +POST_TOPIC +7 +3,000 +1m 30s$");
    }

    @Test
    void countsWhatAFlushHasSent() {
        FlushReport report =
                FlushReport.of(
                        List.of(
                                new FlushReport.One("posts", 5, 0),
                                new FlushReport.One("users", 7, 3)));
        assertThat(report.left()).isEqualTo(3);
        assertThat(report.table())
                .containsPattern("(?m)^posts +5 +0$")
                .containsPattern("(?m)^users +4 +3$");
    }

    private static OutboxReport.One one(String service, String answer)
            throws JsonProcessingException {
        return OutboxReport.One.of(service, new JsonMapper().readTree(answer));
    }
}
