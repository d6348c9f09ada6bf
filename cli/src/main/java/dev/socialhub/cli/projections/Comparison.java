package dev.socialhub.cli.projections;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.derived.DerivedData;
import dev.socialhub.cli.derived.PageTotals;
import java.util.List;

/**
 * The result of comparing a projection with its owner.
 *
 * @param checked rows of the owner
 * @param missing rows that the projection lacks
 * @param behind rows of an older version than the owner's
 * @param wrong rows of the same version with other content
 * @param surplus rows that the owner doesn't have
 * @param mended rows that were corrected; always 0 without a rebuild
 * @param examples a few of the differences, in words
 */
@JsonPropertyOrder({
    "service",
    "projection",
    "checked",
    "missing",
    "behind",
    "wrong",
    "surplus",
    "mended",
    "examples"
})
record Comparison(
        String service,
        String projection,
        long checked,
        long missing,
        long behind,
        long wrong,
        long surplus,
        long mended,
        List<String> examples)
        implements PageTotals<Comparison> {
    Comparison {
        examples = List.copyOf(examples);
    }

    static Comparison none(DerivedData projection) {
        return new Comparison(projection.service(), projection.name(), 0, 0, 0, 0, 0, 0, List.of());
    }

    @Override
    public Comparison plus(JsonNode page) {
        return new Comparison(
                service,
                projection,
                checked + page.path("checked").asLong(),
                missing + page.path("missing").asLong(),
                behind + page.path("behind").asLong(),
                wrong + page.path("wrong").asLong(),
                surplus + page.path("surplus").asLong(),
                mended + page.path("mended").asLong(0),
                PageTotals.examples(examples, page));
    }

    @Override
    public long different() {
        return missing + behind + wrong + surplus;
    }
}
