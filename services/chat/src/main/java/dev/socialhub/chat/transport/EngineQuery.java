package dev.socialhub.chat.transport;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** The parameters that each request of Engine.IO carries. */
record EngineQuery(
        @Nullable String version, @Nullable String transport, @Nullable String sessionId) {

    static final String POLLING = "polling";
    static final String WEBSOCKET = "websocket";

    private static final String VERSION = "4";

    static EngineQuery of(HttpRequest<?> request) {
        HttpParameters parameters = request.getParameters();
        return new EngineQuery(
                parameters.get("EIO"), parameters.get("transport"), parameters.get("sid"));
    }

    /** Why a request over this transport can't be answered, or null. */
    @Nullable EngineRefusal refusal(String expected) {
        if (!VERSION.equals(version)) {
            return EngineRefusal.VERSION;
        }
        if (expected.equals(transport)) {
            return null;
        }
        return WEBSOCKET.equals(transport) ? EngineRefusal.REQUEST : EngineRefusal.TRANSPORT;
    }
}
