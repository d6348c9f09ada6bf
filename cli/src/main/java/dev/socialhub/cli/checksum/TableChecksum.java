package dev.socialhub.cli.checksum;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A summary of a table or collection of a service.
 *
 * @param digest the same for the same rows, in any order
 */
@JsonPropertyOrder({"service", "name", "rows", "digest"})
record TableChecksum(String service, String name, long rows, String digest) {
    @JsonCreator
    TableChecksum(
            @JsonProperty(value = "service", required = true) String service,
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty(value = "rows", required = true) long rows,
            @JsonProperty(value = "digest", required = true) String digest) {
        this.service = service;
        this.name = name;
        this.rows = rows;
        this.digest = digest;
    }

    /** The key by which it is matched with the same part of an earlier checksum. */
    String key() {
        return service + "/" + name;
    }
}
