package dev.socialhub.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.route.RequestTarget;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionNodeTest {

    @ParameterizedTest
    @CsvSource({
        "/socket.io/, false,",
        "/socket.io/?EIO=4&transport=polling, false,",
        "/socket.io/?sid=chat-1.aB3_x, true, chat-1",
        "/socket.io/?EIO=4&sid=n.a.b, true, n",
        "/socket.io/?%73id=%6E.a, true, n",
        "/socket.io/?sid, true,",
        "/socket.io/?sid=, true,",
        "/socket.io/?sid=node, true,",
        "/socket.io/?sid=.rest, true,",
        "/socket.io/?sid=n., true,",
        "/socket.io/?sid=a+b.c, true,",
        "/socket.io/?sid=n.a&sid=m.b, true,",
        "/socket.io/?residence=n.a, false,"
    })
    void readsTheNodeFromTheSession(String uri, boolean isNamed, @Nullable String node) {
        RequestTarget target = RequestTarget.parse(uri).orElseThrow();

        assertThat(SessionNode.isNamed(target)).isEqualTo(isNamed);
        assertThat(SessionNode.of(target).orElse(null)).isEqualTo(node);
    }
}
