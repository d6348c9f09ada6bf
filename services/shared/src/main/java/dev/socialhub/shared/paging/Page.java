package dev.socialhub.shared.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins, or null on the last one
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page of the rows that were found.
     *
     * @param rows at most {@link PageQuery#rows()}
     * @param key by which the page after a row begins
     */
    public static <R, T> Page<T> of(
            List<R> rows, PageQuery query, Function<R, ? extends Cursor> key, Function<R, T> view) {
        boolean more = rows.size() > query.limit();
        List<R> shown = more ? rows.subList(0, query.limit()) : rows;
        return new Page<>(
                shown.stream().map(view).toList(),
                more ? key.apply(shown.getLast()).encoded() : null);
    }

    /** The answer, with a {@code Link} to the next page when there is one. */
    public MutableHttpResponse<Page<T>> answer(HttpRequest<?> request) {
        MutableHttpResponse<Page<T>> response = HttpResponse.ok(this);
        if (nextCursor != null) {
            String next =
                    UriBuilder.of(request.getUri())
                            .replaceQueryParam("cursor", nextCursor)
                            .build()
                            .toString();
            response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return response;
    }
}
