package dev.socialhub.shared.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LoggableErrorTest {

    @Test
    void tellsWhatHappenedAndWhereButNotWithWhat() {
        Exception error =
                new IllegalStateException(
                        "can't take ada@example.com",
                        new SQLException("Key (email)=(ada@example.com) exists", "23505"));

        LoggableError said = LoggableError.of(error);

        assertThat(said).hasMessage("java.lang.IllegalStateException");
        assertThat(said.getStackTrace()).isEqualTo(error.getStackTrace());
        assertThat(said.getCause()).hasMessage("java.sql.SQLException: SQLSTATE 23505");
    }

    @Test
    void keepsWhatIsAboutTheProgram() {
        List<String> none = List.of();
        try {
            Objects.requireNonNull(none.isEmpty() ? null : "", "the line");
        } catch (NullPointerException e) {
            assertThat(LoggableError.of(e)).hasMessage("java.lang.NullPointerException: the line");
        }
        assertThat(LoggableError.of(new DateTimeParseException("Text 'ada' is none", "ada", 0)))
                .hasMessage("java.time.format.DateTimeParseException");
    }

    @Test
    void endsWhereCausesGoRound() {
        Exception first = new IOException("a");
        Exception second = new IOException("b", first);
        first.initCause(second);

        assertThat(LoggableError.of(first)).hasMessage("java.io.IOException");
    }
}
