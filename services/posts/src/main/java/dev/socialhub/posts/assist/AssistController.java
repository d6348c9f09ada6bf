package dev.socialhub.posts.assist;

import dev.socialhub.people.name.FindUser;
import dev.socialhub.shared.admission.LongRequests;
import dev.socialhub.shared.idempotency.Idempotent;
import dev.socialhub.shared.identity.Caller;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;

/**
 * Help with writing, over HTTP. The text is generated before the transaction that stores the answer
 * under the request's key: a model takes seconds, and no database connection waits for it.
 */
@Controller("/api/v1/ai")
@Secured(SecurityRule.IS_AUTHENTICATED)
@LongRequests
class AssistController {

    private final FindUser users;
    private final WriteDrafts writeDrafts;

    AssistController(FindUser users, WriteDrafts writeDrafts) {
        this.users = users;
        this.writeDrafts = writeDrafts;
    }

    /** Drafts a post about a topic. */
    @Post("/generate-content")
    HttpResponse<GeneratedContent> generateContent(
            @Parameter(hidden = true) Caller caller, @Body @Valid ContentRequest draft) {
        return contentOnce(caller, draft, writeDrafts.content(users.ofCaller(caller), draft));
    }

    @Idempotent
    HttpResponse<GeneratedContent> contentOnce(
            Caller caller, @Body ContentRequest draft, GeneratedContent generated) {
        return HttpResponse.ok(generated);
    }

    /** Drafts a caption about a topic, with exactly three hashtags. */
    @Post("/generate-caption")
    HttpResponse<GeneratedCaption> generateCaption(
            @Parameter(hidden = true) Caller caller, @Body @Valid CaptionRequest draft) {
        return captionOnce(caller, draft, writeDrafts.caption(users.ofCaller(caller), draft));
    }

    @Idempotent
    HttpResponse<GeneratedCaption> captionOnce(
            Caller caller, @Body CaptionRequest draft, GeneratedCaption generated) {
        return HttpResponse.ok(generated);
    }
}
