package dev.socialhub.users.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.socialhub.shared.problem.ProblemException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersonIdsTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(2, 2);

    @Test
    void readsEachOnceInTheirOrder() {
        assertThat(PersonIds.of(TWO + "," + ONE + "," + TWO)).containsExactly(TWO, ONE);
        assertThat(PersonIds.of(ids(100))).hasSize(100);
    }

    @Test
    void refusesOtherTexts() {
        for (String text :
                List.of(
                        "",
                        ",",
                        ONE + ",",
                        ONE + " ," + TWO,
                        "john",
                        ids(101),
                        ids(5_000),
                        String.join(",", Collections.nCopies(20_000, "x")))) {
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> PersonIds.of(text));
        }
    }

    private static String ids(int count) {
        return Stream.generate(() -> UUID.randomUUID().toString())
                .limit(count)
                .collect(Collectors.joining(","));
    }
}
