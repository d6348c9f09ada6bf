package dev.socialhub.posts.post;

import dev.socialhub.people.name.FindUser;
import dev.socialhub.people.name.NamedUser;
import dev.socialhub.posts.media.StoreMedia;
import dev.socialhub.posts.media.form.ReceivedFile;
import dev.socialhub.posts.post.PostForms.PostForm;
import dev.socialhub.shared.admission.LongRequests;
import dev.socialhub.shared.idempotency.Idempotent;
import dev.socialhub.shared.identity.Caller;
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
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Posts with pictures and videos in one request. */
@Controller("/api/v1/posts")
@Secured(SecurityRule.IS_AUTHENTICATED)
@LongRequests
class PostFormController {

    private final PostForms forms;
    private final FindUser users;
    private final StoreMedia storeMedia;
    private final PublishPost publishPost;
    private final PostAnswers answers;

    PostFormController(
            PostForms forms,
            FindUser users,
            StoreMedia storeMedia,
            PublishPost publishPost,
            PostAnswers answers) {
        this.forms = forms;
        this.users = users;
        this.storeMedia = storeMedia;
        this.publishPost = publishPost;
        this.answers = answers;
    }

    /** Publishes a post that comes as a form; described with the JSON form of the same call. */
    @Hidden
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Status(HttpStatus.CREATED)
    HttpResponse<PostView> publish(Caller caller, HttpRequest<?> request) throws IOException {
        try (PostForm form = forms.read(request)) {
            NamedUser author = users.ofCaller(caller);
            List<UUID> media = new ArrayList<>();
            for (ReceivedFile file : form.files()) {
                media.add(storeMedia.store(author, file, null).id());
            }
            return publishOnce(caller, author, PostContent.of(form), form.post().withMedia(media));
        }
    }

    /** If the request is repeated, the sweep removes the media that the repetition stored. */
    @Idempotent
    HttpResponse<PostView> publishOnce(
            Caller caller, NamedUser author, @Body PostContent content, NewPost post) {
        return answers.created(publishPost.publish(author, post));
    }

    /** What two posts under one key are compared by: their files, not the media made of them. */
    @Serdeable
    record PostContent(NewPost post, List<String> digests) {

        static PostContent of(PostForm form) {
            return new PostContent(
                    form.post(), form.files().stream().map(ReceivedFile::digest).toList());
        }
    }
}
