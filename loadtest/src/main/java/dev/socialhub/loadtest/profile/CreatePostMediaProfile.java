package dev.socialhub.loadtest.profile;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.http.HttpDsl.ByteArrayBodyPart;
import static io.gatling.javaapi.http.HttpDsl.StringBodyPart;

import dev.socialhub.loadtest.http.OperationSteps;
import io.gatling.javaapi.core.ChainBuilder;
import java.util.Map;

/** Users publish posts with a picture, as a form. Its size is that of a picture of a phone. */
final class CreatePostMediaProfile implements RunnableProfile {

    private static final String CREATE = "create-post-media";
    private static final int WIDTH = 1_600;
    private static final int HEIGHT = 1_200;

    @Override
    public String name() {
        return CREATE;
    }

    @Override
    public Map<String, Double> operations() {
        return Map.of(CREATE, 1.0);
    }

    @Override
    public Traffic prepare(ProfileContext context) {
        CallerTurns authors = new CallerTurns(context.testUsers());
        byte[] picture = GeneratedPicture.jpeg(WIDTH, HEIGHT);
        return context.http(steps -> exec(authors::next).exec(create(steps, picture)))::run;
    }

    /** The answer must show the picture. */
    private static ChainBuilder create(OperationSteps steps, byte[] picture) {
        return steps.operation(
                CREATE,
                http ->
                        Requests.authenticated(http.post("/api/v1/posts"))
                                .bodyPart(
                                        StringBodyPart(
                                                "content",
                                                Requests.post(0).getOrDefault("content", "")))
                                .bodyPart(
                                        ByteArrayBodyPart("file", picture)
                                                .fileName("picture.jpg")
                                                .contentType("image/jpeg"))
                                .asMultipartForm()
                                .check(jmesPath("media[0].width").ofInt().is(WIDTH)),
                201);
    }
}
