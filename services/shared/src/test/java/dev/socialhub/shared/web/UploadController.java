package dev.socialhub.shared.web;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import dev.socialhub.shared.testing.TryServer;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Reads a body as it arrives. */
@Controller("/upload")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "spec.name", value = TryServer.NAME)
class UploadController {

    @Post
    @Consumes(MediaType.ALL)
    @ExecuteOn(TaskExecutors.BLOCKING)
    long size(HttpRequest<?> request) {
        try (InputStream body = ((ServerHttpRequest<?>) request).byteBody().toInputStream()) {
            return body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new ProblemException(ProblemType.TOO_LARGE, "The upload is too large.", e);
        }
    }
}
