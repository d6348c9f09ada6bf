package dev.socialhub.ops.counter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What operators are told of a page.
 *
 * @param examples the first of the wrong ones, in words
 * @param next what to ask for the following page with; null at the end
 * @param mended how many were put right; null when that was not asked for
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record CounterReport(
        int checked,
        int wrong,
        List<String> examples,
        @Nullable String next,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) Integer mended) {

    static CounterReport of(CountedPage page, int examples, boolean mended) {
        int wrong = page.wrong().size();
        return new CounterReport(
                page.checked(),
                wrong,
                page.wrong().stream().limit(examples).toList(),
                page.next(),
                mended ? wrong : null);
    }
}
