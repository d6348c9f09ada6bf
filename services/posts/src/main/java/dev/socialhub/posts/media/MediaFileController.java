package dev.socialhub.posts.media;

import dev.socialhub.posts.media.ServeMedia.ServedFile;
import dev.socialhub.shared.admission.ShortRequests;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of media. Their addresses decide who may read them, not a token. */
@Controller("/api/v1/media/{id}/{variant}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ShortRequests
class MediaFileController {

    private static final long SIGNED_SECONDS = Duration.ofHours(1).toSeconds();

    private final ServeMedia serveMedia;
    private final long publicSeconds;

    MediaFileController(
            ServeMedia serveMedia, @Value("${posts.media.public-max-age}") Duration publicMaxAge) {
        this.serveMedia = serveMedia;
        this.publicSeconds = publicMaxAge.toSeconds();
    }

    /** Returns a file, or the part of it that a {@code Range} names. */
    @Get
    @Produces(MediaType.ALL)
    HttpResponse<?> readFile(
            HttpRequest<?> request,
            @PathVariable String id,
            @PathVariable String variant,
            @Nullable @QueryValue Long expires,
            @Nullable @QueryValue String signature) {
        ServedFile file = serveMedia.find(MediaId.of(id), variant, expires, signature);
        if (isKnown(request, file.etag())) {
            return describe(HttpResponse.notModified(), file);
        }
        long total = file.file().bytes();
        ByteRange range = ByteRange.of(rangeHeader(request, file.etag()), total);
        if (range.length() == 0) {
            return HttpResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, range.contentRange(total));
        }
        MutableHttpResponse<StreamedFile> response =
                HttpResponse.<StreamedFile>status(
                                range.isPartial() ? HttpStatus.PARTIAL_CONTENT : HttpStatus.OK)
                        .body(
                                new StreamedFile(
                                        serveMedia.open(file, range),
                                        MediaType.of(file.file().type()),
                                        file.served().createdAt().toEpochMilli(),
                                        range.length()));
        if (range.isPartial()) {
            response.header(HttpHeaders.CONTENT_RANGE, range.contentRange(total));
        }
        return describe(response, file);
    }

    /** Also keeps browsers from taking a file for a page of this origin. */
    private MutableHttpResponse<?> describe(MutableHttpResponse<?> response, ServedFile file) {
        return response.header(HttpHeaders.ETAG, file.etag())
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        file.served().isPublic()
                                ? "public, max-age=" + publicSeconds
                                : "private, max-age=" + SIGNED_SECONDS)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static boolean isKnown(HttpRequest<?> request, String etag) {
        List<String> known = request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH);
        return known.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .anyMatch(one -> one.equals(etag) || one.equals("W/" + etag) || one.equals("*"));
    }

    /** The range, unless the reader has a part of another file. */
    private static @Nullable String rangeHeader(HttpRequest<?> request, String etag) {
        String condition = request.getHeaders().get(HttpHeaders.IF_RANGE);
        return condition == null || condition.equals(etag)
                ? request.getHeaders().get(HttpHeaders.RANGE)
                : null;
    }
}
