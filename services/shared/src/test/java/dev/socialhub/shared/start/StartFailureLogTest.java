package dev.socialhub.shared.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StartFailureLogTest {

    @Test
    void givesTheInnermostReasonInOneLine() {
        assertThat(
                        StartFailureLog.reason(
                                new IllegalStateException(
                                        "bean", new IllegalArgumentException("KEY is\n  missing"))))
                .isEqualTo("KEY is missing");
    }

    @Test
    void letsTheDriverSayWhichDatabaseIsAway() {
        assertThat(
                        StartFailureLog.reason(
                                new IllegalStateException(
                                        "bean",
                                        new SQLException(
                                                "Connection to 127.0.0.1:5432 refused.",
                                                "08001",
                                                new ConnectException("Connection refused")))))
                .isEqualTo("Connection to 127.0.0.1:5432 refused.");
    }
}
