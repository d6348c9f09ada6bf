package dev.socialhub.posts.media.store;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;

/**
 * A product environment of Cloudinary.
 *
 * @param cloudName its name; without one the store isn't used
 * @param apiKey and apiSecret are the credentials
 * @param apiUrl where files are uploaded and deleted
 * @param deliveryUrl where files are read
 */
@ConfigurationProperties("posts.media.cloudinary")
record CloudinaryConfiguration(
        String cloudName, String apiKey, String apiSecret, URI apiUrl, URI deliveryUrl) {}
