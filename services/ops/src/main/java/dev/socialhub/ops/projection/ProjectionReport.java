package dev.socialhub.ops.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a page.
 *
 * @param checked how many rows there are on either side
 * @param examples the first of the differences, in words
 * @param next what to ask for the following page with; null at the end
 * @param mended how many rows were put right; null when that was not asked for
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ProjectionReport(
        int checked,
        long missing,
        long behind,
        long wrong,
        long surplus,
        List<String> examples,
        @Nullable String next,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) Integer mended) {

    static <R> ProjectionReport of(
            ComparedPage<R> page,
            List<ProjectionDifference<R>> found,
            int examples,
            @Nullable Integer mended) {
        return new ProjectionReport(
                page.checked(),
                count(found, Verdict.MISSING),
                count(found, Verdict.BEHIND),
                count(found, Verdict.WRONG),
                count(found, Verdict.SURPLUS),
                found.stream().limit(examples).map(ProjectionDifference::text).toList(),
                page.next(),
                mended);
    }

    private static <R> long count(List<ProjectionDifference<R>> found, Verdict verdict) {
        return found.stream().filter(difference -> difference.verdict() == verdict).count();
    }
}
