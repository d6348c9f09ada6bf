package dev.socialhub.posts.post;

import dev.socialhub.posts.media.form.FormRules;
import dev.socialhub.posts.media.form.ReadForm;
import dev.socialhub.posts.media.form.ReceivedFile;
import dev.socialhub.posts.media.form.ReceivedForm;
import io.micronaut.http.HttpRequest;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Reads posts that come as forms with files. */
@Singleton
class PostForms {

    private static final FormRules RULES =
            new FormRules(Set.of("content", "visibility"), NewPost.MAX_MEDIA);

    private final ReadForm readForm;
    private final Validator validator;

    PostForms(ReadForm readForm, Validator validator) {
        this.readForm = readForm;
        this.validator = validator;
    }

    /**
     * Reads a form; the caller closes it.
     *
     * @throws dev.socialhub.shared.problem.ProblemException as {@link ReadForm#read}
     * @throws ConstraintViolationException for invalid fields
     */
    PostForm read(HttpRequest<?> request) throws IOException {
        ReceivedForm form = readForm.read(request, RULES);
        NewPost post = new NewPost(form.field("content"), form.field("visibility"), null);
        Set<ConstraintViolation<NewPost>> violations = validator.validate(post);
        if (!violations.isEmpty()) {
            form.close();
            throw new ConstraintViolationException(violations);
        }
        return new PostForm(post, form);
    }

    /** A valid post, and the files that are to become its media. */
    record PostForm(NewPost post, ReceivedForm form) implements AutoCloseable {

        List<ReceivedFile> files() {
            return form.files();
        }

        @Override
        public void close() throws IOException {
            form.close();
        }
    }
}
