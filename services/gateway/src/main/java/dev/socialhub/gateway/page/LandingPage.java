package dev.socialhub.gateway.page;

import dev.socialhub.gateway.answer.Answer;
import dev.socialhub.gateway.upstream.Upstreams;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * The page at the gateway's root address for browsers. It contains only what the gateway already
 * knows and calls no service, so it is available even when no service is.
 */
@Singleton
final class LandingPage implements OwnPage {

    private static final String MEDIA_TYPE = "text/html; charset=utf-8";

    private final Upstreams upstreams;
    private final DemoLoginsFile demoLogins;
    private final LandingHtml html;
    private final Clock clock;
    private final Map<String, String> headers;

    LandingPage(Upstreams upstreams, DemoLoginsFile demoLogins, LandingHtml html, Clock clock) {
        this.upstreams = upstreams;
        this.demoLogins = demoLogins;
        this.html = html;
        this.clock = clock;
        this.headers = new HashMap<>();
        headers.put("Cache-Control", "no-store");
        headers.put("Vary", "Accept");
        headers.put("Content-Security-Policy", html.policy());
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Content-Type-Options", "nosniff");
    }

    @Override
    public Answer shownTo(PageClient visitor) {
        LandingView view =
                new LandingView(
                        Banner.CURRENT.version(),
                        visitor.address(),
                        clock.instant(),
                        upstreams.all().stream().map(ServiceView::of).toList(),
                        demoLogins.current());
        byte[] page = html.of(view).toString().getBytes(StandardCharsets.UTF_8);
        return new Answer(200, MEDIA_TYPE, page, headers);
    }
}
