package dev.socialhub.notifications;

import dev.socialhub.shared.start.StartFailureLog;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/** Starts the service. */
@OpenAPIDefinition(info = @Info(title = "SocialHub notifications", version = "v1"))
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
