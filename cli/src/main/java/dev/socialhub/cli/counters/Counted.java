package dev.socialhub.cli.counters;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.derived.DerivedData;
import dev.socialhub.cli.derived.PageTotals;
import java.util.List;

/**
 * The result of comparing a service's counters with the rows that they count.
 *
 * @param checked counters that were checked
 * @param wrong counters whose value was wrong
 * @param mended how many were corrected; always 0 without a recount
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
        implements PageTotals<Counted> {
    Counted {
        examples = List.copyOf(examples);
    }

    static Counted none(DerivedData counter) {
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
                PageTotals.examples(examples, page));
    }

    @Override
    public long different() {
        return wrong;
    }
}
