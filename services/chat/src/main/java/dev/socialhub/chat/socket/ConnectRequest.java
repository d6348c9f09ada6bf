package dev.socialhub.chat.socket;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What a client says when it connects to a namespace.
 *
 * @param token an access token
 * @param pid the private id of the socket that the client wants to continue
 * @param offset the last one that the client received there
 */
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = true)
record ConnectRequest(@Nullable String token, @Nullable String pid, @Nullable String offset) {

    static final ConnectRequest EMPTY = new ConnectRequest(null, null, null);
}
