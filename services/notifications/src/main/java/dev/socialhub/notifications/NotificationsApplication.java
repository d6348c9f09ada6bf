package dev.socialhub.notifications;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/** Starts the service. */
@OpenAPIDefinition(info = @Info(title = "SocialHub notifications", version = "1.0"))
public final class NotificationsApplication {

    private NotificationsApplication() {}

    public static void main(String[] args) {
        Micronaut.build(args).mainClass(NotificationsApplication.class).banner(false).start();
    }
}
