package dev.socialhub.chat.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** The ids of a new or continued socket, as the protocol names them. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConnectAnswer(String sid, @Nullable String pid) {}
