package dev.socialhub.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.contracts.event.EventCodec;
import dev.socialhub.contracts.event.MalformedEvent;
import dev.socialhub.contracts.event.Topic;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransientErrorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "55P03", "57P01", "58030"})
    void waitsForTheDatabase(String state) {
        assertThat(isTransient(new RuntimeException(new SQLException("no", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22021", "42601", ""})
    void givesUpOnStatementsThatNeverWork(String state) {
        assertThat(isTransient(new RuntimeException(new SQLException("no", state)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P01", "42703"})
    void waitsForTheSchemaToBeRepaired(String state) {
        assertThat(isTransient(new RuntimeException(new SQLException("no", state)))).isTrue();
    }

    @Test
    void waitsForConnections() {
        assertThat(isTransient(new RuntimeException(new SQLTransientConnectionException())))
                .isTrue();
        assertThat(isTransient(new UncheckedIOException(new ConnectException()))).isTrue();
        assertThat(isTransient(new RuntimeException(new TimeoutException()))).isTrue();
        assertThat(isTransient(new NotLeaderOrFollowerException("moved"))).isTrue();
    }

    @Test
    void waitsForAnotherRunWhenThisOneIsInterrupted() {
        assertThat(isTransient(new RuntimeException(new InterruptedException()))).isTrue();
    }

    @Test
    void waitsForWhatTheConsumerKnowsToPass() {
        assertThat(isTransient(new RuntimeException(new StoreAway()))).isTrue();
    }

    @Test
    void givesUpOnBugsAndBadData() {
        assertThat(isTransient(new NullPointerException())).isFalse();
        assertThat(isTransient(new IllegalStateException("no"))).isFalse();
        assertThat(
                        isTransient(
                                new RuntimeException(
                                        new SQLIntegrityConstraintViolationException())))
                .isFalse();
        assertThat(isTransient(new RuntimeException((Throwable) null))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "poison", "{", "{\"specversion\":\"1.0\"}", "[]", "\0"})
    void givesUpOnBytesThatAreNoEvent(String bytes) {
        EventCodec codec = new EventCodec(JsonMapper.createDefault());
        try {
            codec.decode(bytes.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedEvent e) {
            assertThat(isTransient(e)).isFalse();
            return;
        }
        throw new AssertionError("read as an event: " + bytes);
    }

    @Test
    void givesUpOnJsonThatAConsumerCannotRead() throws IOException {
        try {
            JsonMapper.createDefault().readValue("{", List.class);
        } catch (IOException e) {
            assertThat(isTransient(new UncheckedIOException(e))).isFalse();
            return;
        }
        throw new AssertionError("read");
    }

    private static boolean isTransient(Throwable error) {
        return TransientErrors.isTransient(error, new ForgivingConsumer());
    }

    private static final class StoreAway extends RuntimeException {}

    private static final class ForgivingConsumer implements EventConsumer {
        @Override
        public String group() {
            return "forgiving";
        }

        @Override
        public Set<Topic> topics() {
            return Set.of(Topic.POST);
        }

        @Override
        public ReplayPolicy replayPolicy() {
            return ReplayPolicy.PROJECT;
        }

        @Override
        public void handle(List<ReceivedEvent> events) {}

        @Override
        public boolean isTransient(Throwable error) {
            return error instanceof StoreAway;
        }
    }
}
