package dev.socialhub.posts.post;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** Answers with one post. Where there is an entity tag, it is made of the bytes that are sent. */
@Singleton
class PostAnswers {

    private final PostViews views;
    private final JsonMapper json;

    PostAnswers(PostViews views, JsonMapper json) {
        this.views = views;
        this.json = json;
    }

    /** 201 with the view of a new post, and where it is. */
    HttpResponse<PostView> created(Post post) {
        return HttpResponse.created(views.of(post), URI.create("/api/v1/posts/" + post.id()));
    }

    /** 304 for a client that has this view of the post already, else 200 with the view. */
    HttpResponse<byte[]> unlessKnown(HttpRequest<?> request, Post post) {
        byte[] view = encoded(post);
        String tag = new PostTag(post.version(), view).text();
        return isKnown(request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH), tag)
                ? HttpResponse.<byte[]>notModified().header(HttpHeaders.ETAG, tag)
                : answer(view, tag);
    }

    /** The view and its entity tag. */
    HttpResponse<byte[]> with(Post post) {
        byte[] view = encoded(post);
        return answer(view, new PostTag(post.version(), view).text());
    }

    private static HttpResponse<byte[]> answer(byte[] view, String tag) {
        return HttpResponse.ok(view)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, tag);
    }

    private byte[] encoded(Post post) {
        try {
            return json.writeValueAsBytes(views.of(post));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Weak tags count as well: for reading it is enough that the content is the same. */
    private static boolean isKnown(List<String> headers, String tag) {
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .anyMatch(known ->
                        known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }
}
