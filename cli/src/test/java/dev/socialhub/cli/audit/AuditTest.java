package dev.socialhub.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.socialhub.cli.audit.Audit.Deed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    @TempDir Path folder;

    @Test
    void addsALineForTheBeginningAndOneForTheEnd() throws IOException {
        Path notes = folder.resolve("notes");
        Instant now = Instant.parse("2026-01-02T03:04:05Z");
        Audit audit = new Audit(notes, Clock.fixed(now, ZoneOffset.UTC));
        Deed deed = new Deed("dlt purge", "7", "a\n\"reason\"", Map.of("letters", 3));
        audit.begun(deed);
        audit.ended(deed, "deleted: 3");
        List<String> lines = Files.readAllLines(notes.resolve("audit.jsonl"));
        assertThat(lines).hasSize(2);
        JsonNode begun = new ObjectMapper().readTree(lines.getFirst());
        assertThat(begun.get("version").asInt()).isEqualTo(1);
        assertThat(begun.get("time").asText()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(begun.get("who").asText()).isEqualTo(System.getProperty("user.name"));
        assertThat(begun.get("command").asText()).isEqualTo("dlt purge");
        assertThat(begun.get("step").asText()).isEqualTo("begun");
        assertThat(begun.get("reason").asText()).isEqualTo("a\n\"reason\"");
        assertThat(begun.at("/plan/letters").asInt()).isEqualTo(3);
        JsonNode ended = new ObjectMapper().readTree(lines.getLast());
        assertThat(ended.get("step").asText()).isEqualTo("ended");
        assertThat(ended.get("outcome").asText()).isEqualTo("deleted: 3");
        assertThat(ended.get("id").asText()).isEqualTo("7");
    }
}
