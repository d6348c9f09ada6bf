package dev.socialhub.ops.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** What a schema is made of, in an order in which it can be built. */
@Serdeable
public enum PartKind {
    @JsonProperty("sequence")
    SEQUENCE,
    @JsonProperty("table")
    TABLE,
    @JsonProperty("column")
    COLUMN,
    @JsonProperty("constraint")
    CONSTRAINT,
    @JsonProperty("index")
    INDEX
}
