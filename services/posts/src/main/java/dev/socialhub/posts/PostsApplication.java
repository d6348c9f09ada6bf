package dev.socialhub.posts;

import dev.socialhub.shared.start.StartFailureLog;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** The posts service. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "SocialHub posts",
                        version = "v1",
                        description =
                                "Posts of users: their visibility, media, hashtags, likes, comments"
                                        + " and bookmarks, the search, and help with writing."),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        name = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT")
public final class PostsApplication {

    private PostsApplication() {}

    /** Starts the service; settings come from the environment. */
    public static void main(String[] args) {
        new StartFailureLog().args(args).mainClass(PostsApplication.class).banner(false).start();
    }
}
