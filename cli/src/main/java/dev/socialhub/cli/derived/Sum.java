package dev.socialhub.cli.derived;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What has come of the pages so far.
 *
 * @param <S> the kind of sum
 */
public interface Sum<S extends Sum<S>> {
    /** So many differences are shown in words. */
    int EXAMPLES = 5;

    /** Together with one more page, as the service answers for it. */
    S plus(JsonNode page);

    /** How many rows were looked at. */
    long checked();

    /** How many of them weren't as they should be. */
    @JsonIgnore
    long different();

    /** The first few of these examples and of the page's. */
    static List<String> examples(List<String> before, JsonNode page) {
        return Stream.concat(
                        before.stream(), page.path("examples").valueStream().map(JsonNode::asText))
                .limit(EXAMPLES)
                .toList();
    }
}
