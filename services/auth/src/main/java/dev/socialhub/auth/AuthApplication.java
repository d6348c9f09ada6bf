package dev.socialhub.auth;

import dev.socialhub.shared.start.StartFailureLog;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** Starts the service. */
@OpenAPIDefinition(info = @Info(title = "SocialHub auth", version = "v1"))
@SecurityScheme(
        name = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT")
public final class AuthApplication {

    private AuthApplication() {}

    public static void main(String[] args) {
        new StartFailureLog().args(args).mainClass(AuthApplication.class).banner(false).start();
    }
}
