package dev.socialhub.loadtest.profile;

import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.socialhub.loadtest.format.Outcome.Finding;
import dev.socialhub.loadtest.http.OperationSteps;
import dev.socialhub.loadtest.http.SessionValues;
import dev.socialhub.loadtest.notice.EventObserver;
import dev.socialhub.loadtest.notice.Notifications;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Users publish short posts. Each fiftieth is read again at once, and one after the other is looked
 * for among its author's notifications.
 */
final class CreatePostProfile implements RunnableProfile {

    static final String CREATE = "create-post";

    private static final String NUMBER = "number";
    private static final int SAMPLED = 50;
    private static final double VISIBLE_MILLIS = 1_000;

    @Override
    public String name() {
        return "create-post";
    }

    @Override
    public Map<String, Double> operations() {
        return Map.of(CREATE, 1.0);
    }

    @Override
    public Traffic prepare(ProfileContext context) {
        return new Posting(context);
    }

    /** A post by the caller. */
    static ChainBuilder create(OperationSteps steps, String operation, String run) {
        return steps.operation(
                operation,
                http ->
                        Requests.authenticated(http.post("/api/v1/posts"))
                                .header("Idempotency-Key", "load-" + run + "-#{number}")
                                .body(
                                        Requests.json(
                                                session -> Requests.post(session.getLong(NUMBER))))
                                .check(jmesPath("id").saveAs("post")),
                201);
    }

    /** Numbers posts within a run. */
    static final class Numbers {

        private final AtomicLong next = new AtomicLong();

        Session next(Session session) {
            return session.set(NUMBER, next.incrementAndGet());
        }
    }

    private static final class Posting implements Traffic {

        private final ProfileContext context;
        private final CallerTurns authors;
        private final Numbers numbers = new Numbers();
        private final AtomicLong unreadable = new AtomicLong();
        private final EventObserver observer;

        Posting(ProfileContext context) {
            this.context = context;
            this.authors = new CallerTurns(context.testUsers());
            this.observer = new EventObserver(new Notifications(context.gateway()));
        }

        @Override
        public void run() {
            context.http(steps ->
                            exec(authors::next)
                                    .exec(numbers::next)
                                    .exec(create(steps, CREATE, context.plan().run()))
                                    .exec(steps.ifSucceeded(checkPost(steps))))
                    .run();
        }

        private ChainBuilder checkPost(OperationSteps steps) {
            ChainBuilder shown =
                    exec(session -> {
                        if (steps.isMeasured()) {
                            observer.show(
                                    Requests.caller(session),
                                    SessionValues.text(session, "post"),
                                    System.nanoTime());
                        }
                        return session;
                    });
            return shown.exec(
                    doIf(session -> steps.isMeasured() && session.getLong(NUMBER) % SAMPLED == 0)
                            .then(readAgain()));
        }

        private ChainBuilder readAgain() {
            return exec(Requests.authenticated(http("read again").get("/api/v1/posts/#{post}"))
                            .check(status().is(200)))
                    .exec(session -> {
                        if (session.isFailed()) {
                            unreadable.incrementAndGet();
                        }
                        return session;
                    });
        }

        @Override
        public List<Finding> findings() throws InterruptedException {
            observer.close();
            return Stream.concat(
                            Stream.of(
                                    new Finding(
                                            "unreadable",
                                            unreadable.get(),
                                            0,
                                            "posts that couldn't be read at once")),
                            observer.findings(99, VISIBLE_MILLIS).stream())
                    .toList();
        }
    }
}
