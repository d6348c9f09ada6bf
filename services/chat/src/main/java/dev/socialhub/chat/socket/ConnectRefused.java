package dev.socialhub.chat.socket;

import io.micronaut.serde.annotation.Serdeable;

/** Why a client can't connect, as the protocol has it. */
@Serdeable
record ConnectRefused(String message, Reason data) {

    static ConnectRefused of(String code, String message) {
        return new ConnectRefused(message, new Reason(code));
    }

    @Serdeable
    record Reason(String code) {}
}
