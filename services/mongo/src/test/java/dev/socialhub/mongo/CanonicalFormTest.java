package dev.socialhub.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {

    @Test
    void isTheSameInWhateverOrderFieldsAndNumbersCame() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("_id", "ann");
        one.put("lastSeq", 12L);
        one.put("readAbove", List.of(3L, 5L, 11L));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("readAbove", List.of(11, 3, 5));
        other.put("lastSeq", 12);
        other.put("_id", "ann");

        assertThat(CanonicalForm.hash(one)).isEqualTo(CanonicalForm.hash(other));
    }

    @Test
    void isAnotherForEveryChange() {
        List<Map<String, ?>> documents =
                List.of(
                        Map.of(),
                        Map.of("a", 1),
                        Map.of("a", "1"),
                        Map.of("a", List.of(1)),
                        Map.of("a", Date.from(Instant.EPOCH)),
                        Map.of("a", Map.of("a", 1)),
                        Map.of("a", true),
                        Map.of("b", 1),
                        Map.of("a", 1, "b", 1),
                        Map.of("a", "1)1:b"),
                        Map.of("a", List.of(1, 1)));

        assertThat(documents.stream().map(CanonicalForm::hash)).doesNotHaveDuplicates();
    }
}
