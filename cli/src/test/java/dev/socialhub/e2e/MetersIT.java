package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.cli.CommandOutcome;
import dev.socialhub.e2e.MetersCatalogue.Entry;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The metrics of every process under /prometheus, after the platform was used. */
class MetersIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)(?: \\d+)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /**
     * The greatest number of series of one process, however long it runs and whatever requests it
     * gets.
     */
    private static final int MAX_SERIES = 5_000;

    private static PlatformUnderTest platform;

    private final MetersCatalogue catalogue = MetersCatalogue.read();

    @BeforeAll
    static void useIt() {
        platform = PlatformUnderTest.shared();
        CommandOutcome flow = platform.ctl("verify", "--only", "flow");
        assertThat(flow.exitCode()).as("%s%n%s", flow.out(), flow.err()).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.socialhub.e2e.ServiceNames#all")
    void showsWhatTheCatalogueLists(String service) {
        Map<String, Set<String>> listed = new TreeMap<>();
        for (Entry entry : catalogue.of(service)) {
            for (String sample : entry.samples()) {
                Set<String> tags = new TreeSet<>(entry.tags());
                if (sample.endsWith("_bucket")) {
                    tags.add("le");
                }
                listed.put(sample, tags);
            }
        }
        // There may have been no garbage collection yet, nor an answer from Kafka.
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(shown(scrape(service))).isEqualTo(listed));
    }

    @ParameterizedTest
    @MethodSource("dev.socialhub.e2e.ServiceNames#all")
    void saysOfEachOfOursWhatItIs(String service) {
        String text = scrape(service);
        assertThat(catalogue.of(service))
                .filteredOn(Entry::ours)
                .allSatisfy(entry ->
                        assertThat(text).containsPattern("(?m)^# HELP " + entry.name() + " \\S"));
    }

    @ParameterizedTest
    @MethodSource("dev.socialhub.e2e.ServiceNames#all")
    void staysWithinTheBoundOfItsSeries(String service) {
        assertThat(scrape(service).lines().filter(line -> !line.startsWith("#")))
                .hasSizeLessThan(MAX_SERIES);
    }

    @Test
    void aUserOfThePlatformIsCounted() {
        Map<String, Double> before = values();
        Client.Person author = platform.gateway().signUp();
        Client.Answer posted =
                author.client()
                        .post(
                                "/api/v1/posts",
                                Map.of("content", "counted", "visibility", "followers"));
        assertThat(posted.status()).isEqualTo(201);
        assertThat(author.client().delete("/api/v1/posts/" + posted.json().get("id").asText()))
                .extracting(Client.Answer::status)
                .isEqualTo(204);
        platform.gateway()
                .post("/api/v1/auth/login", Map.of("identifier", "nobody", "password", "wrong"));

        // Other tests use the platform, too: the values are at least what this test has caused.
        await().atMost(SOON)
                .untilAsserted(() -> {
                    Map<String, Double> now = values();
                    for (String grown :
                            List.of(
                                    "auth sign_ups_total",
                                    "auth logins_total{result=refused}",
                                    "auth outbox_sent_total{topic=USER_TOPIC}",
                                    "posts posts_published_total{visibility=followers}",
                                    "posts posts_deleted_total",
                                    "posts outbox_sent_total{topic=POST_TOPIC}",
                                    "posts cache_gets_total{cache=verified-tokens,result=hit}",
                                    "notifications inbox_event_age_seconds_count{group=notifications}",
                                    "notifications inbox_handling_seconds_count{group=notifications}",
                                    "users inbox_event_age_seconds_count{group=users}")) {
                        assertThat(now.get(grown))
                                .as(grown)
                                .isNotNull()
                                .isGreaterThan(before.getOrDefault(grown, 0.0));
                    }
                });
    }

    @Test
    void everythingThatIsNeededIsUpAndNothingStale() {
        await().atMost(SOON)
                .untilAsserted(() -> {
                    Map<String, Double> now = values();
                    assertThat(now)
                            .containsEntry("auth dependency_up{dependency=postgresql}", 1.0)
                            .containsEntry("auth dependency_up{dependency=kafka}", 1.0)
                            .containsEntry("gateway dependency_up{dependency=auth}", 1.0)
                            .containsEntry("notifications dependency_up{dependency=mongodb}", 1.0)
                            .containsEntry("notifications dependency_up{dependency=kafka}", 1.0)
                            .containsEntry("notifications dependency_up{dependency=auth}", 1.0)
                            .containsEntry("posts dependency_up{dependency=users}", 1.0)
                            .containsEntry("users dependency_up{dependency=redis}", 1.0);
                    for (String group :
                            List.of(
                                    "notifications notifications",
                                    "posts posts",
                                    "users users-cache")) {
                        String series = group.replace(" ", " inbox_staleness_seconds{group=") + "}";
                        assertThat(now.get(series)).as(series).isNotNull().isLessThan(5);
                    }
                });
    }

    /** The names of all samples, each with the names of its labels. */
    private static Map<String, Set<String>> shown(String text) {
        Map<String, Set<String>> shown = new TreeMap<>();
        for (Matcher sample : samples(text)) {
            shown.computeIfAbsent(sample.group(1), _ -> new TreeSet<>())
                    .addAll(labels(sample).keySet());
        }
        return shown;
    }

    private Map<String, Double> values() {
        Map<String, Double> values = new HashMap<>();
        Set<String> services = new HashSet<>();
        catalogue.entries().forEach(entry -> services.addAll(entry.services()));
        for (String service : services) {
            for (Matcher sample : samples(scrape(service))) {
                Map<String, String> labels = labels(sample);
                values.put(
                        service + " " + sample.group(1) + (labels.isEmpty() ? "" : brief(labels)),
                        Double.parseDouble(sample.group(3).replace("+Inf", "Infinity")));
            }
        }
        return values;
    }

    private static String brief(Map<String, String> labels) {
        return labels.toString().replace(", ", ",");
    }

    private static List<Matcher> samples(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(SAMPLE::matcher)
                .filter(Matcher::matches)
                .toList();
    }

    private static Map<String, String> labels(Matcher sample) {
        Map<String, String> labels = new TreeMap<>();
        if (sample.group(2) != null) {
            Matcher label = LABEL.matcher(sample.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
        }
        return labels;
    }

    private String scrape(String service) {
        Client client =
                service.equals("gateway")
                        ? new Client("http://127.0.0.1:" + platform.port("GATEWAY_MANAGEMENT_PORT"))
                        : platform.service(service);
        Client.Answer answer = client.get("/prometheus");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }
}
