package dev.socialhub.users.follow;

import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.users.graph.ReadRelationships;
import dev.socialhub.users.graph.Relationship;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/** The relationships between the caller and several other users, over HTTP. */
@Controller("/api/v1/users/relationships")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class RelationshipController {

    private final ReadRelationships graph;

    RelationshipController(ReadRelationships graph) {
        this.graph = graph;
    }

    /** Returns the caller's relationship to each of up to 100 users, whether they exist or not. */
    @Get
    Relationships show(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "1 to 100 user ids, separated by commas") @QueryValue
                    String ids) {
        List<UUID> userIds = PersonIds.of(ids);
        var relationships = graph.withEach(caller.id(), userIds);
        return new Relationships(
                userIds.stream()
                        .map(id -> new One(id, relationships.getOrDefault(id, Relationship.NONE)))
                        .toList());
    }

    /** One item for each requested id, in the order of the request. */
    @Serdeable
    @Schema(name = "Relationships")
    record Relationships(List<One> items) {}

    @Serdeable
    @Schema(name = "UserRelationship")
    record One(UUID id, Relationship relationship) {}
}
