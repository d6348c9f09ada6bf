package dev.socialhub.posts.post;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** Answers with one post. */
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
    HttpResponse<PostView> unlessKnown(HttpRequest<?> request, Post post) {
        PostView view = views.of(post);
        String tag = tag(post, view);
        MutableHttpResponse<PostView> response =
                isKnown(request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH), tag)
                        ? HttpResponse.notModified()
                        : HttpResponse.ok(view);
        return response.header(HttpHeaders.ETAG, tag);
    }

    /** The view and its entity tag. */
    HttpResponse<PostView> with(Post post) {
        PostView view = views.of(post);
        return HttpResponse.ok(view).header(HttpHeaders.ETAG, tag(post, view));
    }

    private String tag(Post post, PostView view) {
        try {
            return new PostTag(post.version(), json.writeValueAsBytes(view)).text();
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
