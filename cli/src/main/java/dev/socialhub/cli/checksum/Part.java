package dev.socialhub.cli.checksum;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What a table or collection of a service holds, in short.
 *
 * @param digest the same for the same rows, in whatever order they stand
 */
@JsonPropertyOrder({"service", "name", "rows", "digest"})
record Part(String service, String name, long rows, String digest) {
    @JsonCreator
    Part(
            @JsonProperty(value = "service", required = true) String service,
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty(value = "rows", required = true) long rows,
            @JsonProperty(value = "digest", required = true) String digest) {
        this.service = service;
        this.name = name;
        this.rows = rows;
        this.digest = digest;
    }

    /** By what it is found in another day's. */
    String key() {
        return service + "/" + name;
    }
}
