package dev.socialhub.posts.media.store;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of a server that speaks S3.
 *
 * @param bucket its name; without one the store isn't used
 * @param endpoint the server; empty for Amazon's own in the region
 * @param region of the bucket
 * @param accessKey and secretKey are the credentials
 */
@ConfigurationProperties("posts.media.s3")
record S3Configuration(
        String bucket, @Nullable URI endpoint, String region, String accessKey, String secretKey) {}
