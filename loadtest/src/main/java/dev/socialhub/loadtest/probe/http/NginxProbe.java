package dev.socialhub.loadtest.probe.http;

import dev.socialhub.contracts.identity.ServiceTokenSigner;
import dev.socialhub.loadtest.format.GeneratorArguments;
import dev.socialhub.loadtest.plan.ProbePlan;
import dev.socialhub.loadtest.platform.Api;
import dev.socialhub.loadtest.platform.GeneratorTokens;
import dev.socialhub.loadtest.probe.Cost;
import dev.socialhub.loadtest.probe.Probe;
import dev.socialhub.loadtest.probe.ProbeSkipped;
import dev.socialhub.loadtest.run.ProgressReporter;
import dev.socialhub.loadtest.run.RunRefused;
import dev.socialhub.loadtest.run.StopHook;
import dev.socialhub.loadtest.users.Cleanup;
import dev.socialhub.loadtest.users.TestUsers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The request of the profile {@code gateway}, handed on by nginx to the same instances. It checks
 * no token, so it does less than our gateway.
 */
public final class NginxProbe implements Probe {

    @Override
    public String name() {
        return "nginx";
    }

    @Override
    public Cost measure(ProbePlan plan) throws InterruptedException {
        Path program =
                Nginx.program()
                        .orElseThrow(() ->
                                new ProbeSkipped(
                                        "nginx isn't installed (on Debian: apt-get install nginx)"));
        URI gateway = plan.gateway();
        List<URI> auth = plan.services().getOrDefault("auth", List.of());
        if (gateway == null || auth.isEmpty()) {
            throw new ProbeSkipped("the addresses of auth are unknown");
        }
        TestUsers testUsers =
                new TestUsers(
                        plan.run(),
                        UUID.randomUUID().toString(),
                        new Api(gateway),
                        Clock.systemUTC());
        Cleanup cleanup = cleanup(testUsers, auth.getFirst());
        try (StopHook _ = StopHook.run(cleanup::deleteUsers)) {
            return measure(plan, program, auth, testUsers, cleanup);
        }
    }

    private static Cost measure(
            ProbePlan plan, Path program, List<URI> auth, TestUsers testUsers, Cleanup cleanup)
            throws InterruptedException {
        try {
            testUsers.signUp(
                    1, new ProgressReporter(new PrintStream(OutputStream.nullOutputStream())));
            return measure(plan, program, auth, testUsers.user(0).bearer());
        } catch (RunRefused refused) {
            throw new ProbeSkipped("" + refused.getMessage(), refused);
        } catch (IOException failure) {
            throw new ProbeSkipped(Api.reason(failure), failure);
        } finally {
            cleanup.deleteUsers();
        }
    }

    private static Cost measure(ProbePlan plan, Path program, List<URI> auth, String bearer)
            throws IOException, InterruptedException {
        try (Nginx nginx = Nginx.start(program, plan.folder().resolve("nginx"), auth)) {
            RequestSender sender =
                    new RequestSender(
                            nginx.port(),
                            "/api/v1/auth/verify-user",
                            List.of("Authorization: " + bearer));
            return RateMeasurement.measure(plan, sender, nginx::cpuNanos);
        }
    }

    private static Cleanup cleanup(TestUsers testUsers, URI auth) {
        Optional<ServiceTokenSigner> token =
                GeneratorTokens.under(
                        System.getenv(GeneratorArguments.SERVICE_TOKEN_KEY), Clock.systemUTC());
        return new Cleanup(testUsers, new Api(auth), token, System.err::println);
    }
}
