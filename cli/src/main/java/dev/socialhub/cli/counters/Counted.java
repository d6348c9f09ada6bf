package dev.socialhub.cli.counters;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.derived.Derived;
import dev.socialhub.cli.derived.Sum;
import java.util.List;

/**
 * What came of holding a service's counts against what they count.
 *
 * @param checked counts that were looked at
 * @param wrong those that were not what they should be
 * @param mended how many were put right; always 0 without a recount
 * @param examples a few of the wrong ones, in words
 */
@JsonPropertyOrder({"service", "counter", "checked", "wrong", "mended", "examples"})
record Counted(
        String service,
        String counter,
        long checked,
        long wrong,
        long mended,
        List<String> examples)
        implements Sum<Counted> {
    Counted {
        examples = List.copyOf(examples);
    }

    static Counted none(Derived counter) {
        return new Counted(counter.service(), counter.name(), 0, 0, 0, List.of());
    }

    @Override
    public Counted plus(JsonNode page) {
        return new Counted(
                service,
                counter,
                checked + page.path("checked").asLong(),
                wrong + page.path("wrong").asLong(),
                mended + page.path("mended").asLong(0),
                Sum.examples(examples, page));
    }

    @Override
    public long different() {
        return wrong;
    }
}
