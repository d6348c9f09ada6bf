package dev.socialhub.ops.person;

import dev.socialhub.ops.OpsEndpoint;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;

@Hidden
@Controller("/internal/ops/people/{id}")
@OpsEndpoint
@Requires(beans = PersonFacts.class)
final class PersonController {

    private final PersonFacts facts;

    PersonController(PersonFacts facts) {
        this.facts = facts;
    }

    /** Reports what is stored about a user here; nothing for a user that never existed. */
    @Get
    StoredUserData person(UUID id) {
        return facts.of(id);
    }
}
