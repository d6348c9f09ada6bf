package dev.socialhub.gateway;

import io.micronaut.runtime.Micronaut;

/** Starts the gateway. */
public final class GatewayApplication {

    private GatewayApplication() {}

    public static void main(String[] args) {
        Micronaut.build(args).banner(false).mainClass(GatewayApplication.class).start();
    }
}
