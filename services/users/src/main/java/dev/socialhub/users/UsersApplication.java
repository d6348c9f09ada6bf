package dev.socialhub.users;

import dev.socialhub.shared.start.StartFailureLog;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** The users service. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "SocialHub users",
                        version = "v1",
                        description = "Profiles, follows and blocks of users."),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        name = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT")
public final class UsersApplication {

    private UsersApplication() {}

    /** Starts the service; settings come from the environment. */
    public static void main(String[] args) {
        new StartFailureLog().args(args).mainClass(UsersApplication.class).banner(false).start();
    }
}
