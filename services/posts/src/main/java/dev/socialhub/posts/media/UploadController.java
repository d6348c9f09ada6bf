package dev.socialhub.posts.media;

import dev.socialhub.people.name.FindUser;
import dev.socialhub.posts.media.form.FormRules;
import dev.socialhub.posts.media.form.ReadForm;
import dev.socialhub.posts.media.form.ReceivedFile;
import dev.socialhub.posts.media.form.ReceivedForm;
import dev.socialhub.shared.admission.LongRequests;
import dev.socialhub.shared.idempotency.Idempotent;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.validation.validator.Validator;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Uploads of pictures and videos. */
@Controller("/api/v1/media")
@Secured(SecurityRule.IS_AUTHENTICATED)
@LongRequests
class UploadController {

    private static final FormRules RULES = new FormRules(Set.of("alt"), 1);

    private final ReadForm readForm;
    private final Validator validator;
    private final FindUser users;
    private final StoreMedia storeMedia;
    private final MediaUrls urls;

    UploadController(
            ReadForm readForm,
            Validator validator,
            FindUser users,
            StoreMedia storeMedia,
            MediaUrls urls) {
        this.readForm = readForm;
        this.validator = validator;
        this.users = users;
        this.storeMedia = storeMedia;
        this.urls = urls;
    }

    /** Uploads a picture or a video, which a post can have afterwards. */
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Status(HttpStatus.CREATED)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = UploadForm.class)))
    HttpResponse<MediaView> upload(@Parameter(hidden = true) Caller caller, HttpRequest<?> request)
            throws IOException {
        try (ReceivedForm form = readForm.read(request, RULES)) {
            AltText alt = valid(new AltText(form.field("alt")));
            if (form.files().isEmpty()) {
                throw ProblemException.invalid("file", "is required");
            }
            ReceivedFile file = form.files().getFirst();
            Media media = storeMedia.store(users.ofCaller(caller), file, alt.alt());
            return answerOnce(caller, new UploadContent(file.digest(), alt.alt()), media);
        }
    }

    /** A repeated upload gets the first answer; the sweep removes what the repetition stored. */
    @Idempotent
    HttpResponse<MediaView> answerOnce(Caller caller, @Body UploadContent content, Media media) {
        return HttpResponse.created(
                MediaView.of(media, false, urls), URI.create("/api/v1/media/" + media.id()));
    }

    private AltText valid(AltText alt) {
        Set<ConstraintViolation<AltText>> violations = validator.validate(alt);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return alt;
    }

    /** What two uploads under one key are compared by. */
    @Serdeable
    record UploadContent(String digest, @Nullable String alt) {}

    /**
     * The form of an upload.
     *
     * @param file at most 10 MB: a JPEG, PNG, GIF or WebP picture of at most 40 megapixels, a WebP
     *     that has transparency or no loss of at most 10, or an MP4, QuickTime or WebM video
     * @param alt a description for users that can't see it, at most 1500 characters
     */
    @Serdeable
    @Schema(name = "UploadForm")
    record UploadForm(
            @Schema(type = "string", format = "binary") String file, @Nullable String alt) {}
}
