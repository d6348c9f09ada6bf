package dev.socialhub.chat;

import dev.socialhub.shared.start.StartFailureLog;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** Starts the service. */
@OpenAPIDefinition(
        info = @Info(title = "SocialHub chat", version = "v1"),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        name = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT")
public final class ChatApplication {

    private ChatApplication() {}

    public static void main(String[] args) {
        new StartFailureLog().args(args).mainClass(ChatApplication.class).banner(false).start();
    }
}
