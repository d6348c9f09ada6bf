package dev.socialhub.posts.media.store;

import static org.awaitility.Awaitility.await;

import dev.socialhub.testkit.TestJvm;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A server that speaks S3 and checks signatures, in a process of its own: s3proxy, on files. */
final class S3Server implements AutoCloseable {

    private static final Path JAR = Path.of("target", "s3proxy", "s3proxy.jar");
    private static final String BUCKET = "media";

    private final S3Configuration configuration;
    private final Process process;

    S3Server(Path folder) throws IOException {
        configuration =
                new S3Configuration(
                        BUCKET,
                        URI.create("http://127.0.0.1:" + TestJvm.freePort()),
                        "us-east-1",
                        "test-identity",
                        "test-credential");
        Path files = Files.createDirectories(folder.resolve("files"));
        Path settings =
                Files.writeString(
                        folder.resolve("s3proxy.conf"),
                        """
                        s3proxy.authorization=aws-v2-or-v4
                        s3proxy.endpoint=%s
                        s3proxy.identity=%s
                        s3proxy.credential=%s
                        jclouds.provider=filesystem-nio2
                        jclouds.identity=unused
                        jclouds.credential=unused
                        jclouds.filesystem.basedir=%s
                        """
                                .formatted(
                                        configuration.endpoint(),
                                        configuration.accessKey(),
                                        configuration.secretKey(),
                                        files));
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-jar",
                                JAR.toAbsolutePath().toString(),
                                "--properties",
                                settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("s3proxy.log").toFile())
                        .start();
        createBucket();
    }

    S3Configuration configuration() {
        return configuration;
    }

    private void createBucket() {
        try (S3Client client =
                S3Client.builder()
                        .endpointOverride(configuration.endpoint())
                        .region(Region.of(configuration.region()))
                        .forcePathStyle(true)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                configuration.accessKey(),
                                                configuration.secretKey())))
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(SdkException.class)
                    .until(() ->
                            client.createBucket(request -> request.bucket(BUCKET))
                                    .sdkHttpResponse()
                                    .isSuccessful());
        }
    }

    /** Ends the process. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
