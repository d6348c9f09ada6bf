package dev.socialhub.gateway.page;

import dev.socialhub.gateway.page.DemoLogins.Login;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Renders the landing page; its texts are in {@code resources/landing}. */
@Singleton
final class LandingHtml {

    /** Keeps the page small, however many users the file names. */
    private static final int MAX_LOGINS = 12;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm:ss 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final JsonMapper json;
    private final String style = Template.resource("style.css");
    private final Template page = Template.named("page.html");
    private final Template service = Template.named("service.html");
    private final Template downSince = Template.named("down-since.html");
    private final Template logins = Template.named("logins.html");
    private final Template login = Template.named("login.html");

    LandingHtml(JsonMapper json) {
        this.json = json;
    }

    /** What a browser may do with the page: show it, with this style and no other. */
    String policy() {
        return String.join(
                "; ",
                "default-src 'none'",
                "style-src 'sha256-" + sha256(style) + "'",
                "img-src data:",
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'");
    }

    Html of(LandingView view) {
        Html address = Html.text(view.address());
        return page.filled(
                Map.of(
                        "style", Html.markup(style),
                        "version", Html.text(view.version()),
                        "address", address,
                        "condition", conditionName(view.condition()),
                        "summary", Html.text(view.summary()),
                        "services", Html.all(view.services().stream().map(this::row).toList()),
                        "logins",
                                view.logins().map(some -> section(some, address)).orElse(Html.NONE),
                        "asof", time(view.asOf()),
                        "isotime", Html.text(view.asOf().toString())));
    }

    private Html row(ServiceView view) {
        Instant since = view.downSince();
        String versions = view.versions().isEmpty() ? "–" : String.join(", ", view.versions());
        return service.filled(
                Map.of(
                        "name", Html.text(view.name()),
                        "condition", conditionName(view.condition()),
                        "since",
                                since == null
                                        ? Html.NONE
                                        : downSince.filled(
                                                Map.of(
                                                        "time", time(since),
                                                        "isotime", Html.text(since.toString()))),
                        "version", Html.text(versions),
                        "up", Html.text(Integer.toString(view.up())),
                        "instances", Html.text(Integer.toString(view.instances()))));
    }

    private Html section(DemoLogins some, Html address) {
        List<Login> shown = some.logins().stream().limit(MAX_LOGINS).toList();
        return logins.filled(
                Map.of(
                        "password", Html.text(some.password()),
                        "users", Html.all(shown.stream().map(this::row).toList()),
                        "address", address,
                        "body",
                                Html.text(
                                        inShell(
                                                logInBody(
                                                        shown.getFirst().username(),
                                                        some.password())))));
    }

    private Html row(Login user) {
        return login.filled(
                Map.of(
                        "username", Html.text(user.username()),
                        "name", Html.text(user.name()),
                        "about", Html.text(user.about())));
    }

    private String logInBody(String identifier, String password) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("identifier", identifier);
        body.put("password", password);
        try {
            return json.writeValueAsString(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException("plain strings can be written", impossible);
        }
    }

    /** Quotes any text as one word of a shell command. */
    private static String inShell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static Html conditionName(Condition condition) {
        return Html.text(condition.name().toLowerCase(Locale.ROOT));
    }

    private static Html time(Instant time) {
        return Html.text(TIME.format(time));
    }

    private static String sha256(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
