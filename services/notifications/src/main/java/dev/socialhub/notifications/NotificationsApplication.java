package dev.socialhub.notifications;

import dev.socialhub.shared.start.StartFailureLog;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** Starts the service. */
@OpenAPIDefinition(
        info = @Info(title = "SocialHub notifications", version = "v1"),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        name = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT")
public final class NotificationsApplication {

    private NotificationsApplication() {}

    public static void main(String[] args) {
        new StartFailureLog()
                .args(args)
                .mainClass(NotificationsApplication.class)
                .banner(false)
                .start();
    }
}
