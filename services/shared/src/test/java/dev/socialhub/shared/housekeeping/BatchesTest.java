package dev.socialhub.shared.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class BatchesTest {

    @Test
    void endsWithAnEmptyBatchAndNotWithASmallOne() {
        Queue<Integer> batches = new ArrayDeque<>(List.of(50, 3, 50, 0, 7));

        assertThat(Batches.untilEmpty(batches::remove)).isEqualTo(103);
        assertThat(batches).containsExactly(7);
    }

    @Test
    void leavesTheRestToTheNextRunWhileTheDatabaseIsUnavailable() {
        Batches.run(
                "Rows can't be removed",
                () -> {
                    throw new IllegalStateException(new SQLException("no connection", "08006"));
                });

        assertThatThrownBy(() ->
                        Batches.run(
                                "Rows can't be removed",
                                () -> {
                                    throw new IllegalStateException("a fault");
                                }))
                .hasMessage("a fault");
    }
}
