package dev.socialhub.cli.derived;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * The combined result of the pages so far.
 *
 * @param <S> the kind of sum
 */
public interface PageTotals<S extends PageTotals<S>> {
    /** At most this many differences are shown in words. */
    int EXAMPLES = 5;

    /** Combined with one more page's result, as the service returns it. */
    S plus(JsonNode page);

    /** How many rows were checked. */
    long checked();

    /** How many of them were wrong. */
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
