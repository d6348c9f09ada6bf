package dev.socialhub.users.block;

import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import dev.socialhub.users.graph.ChangeBlock;
import dev.socialhub.users.graph.EdgeChange;
import dev.socialhub.users.graph.ListPeople;
import dev.socialhub.users.graph.RelationshipView;
import dev.socialhub.users.profile.FindProfile;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;

/** Blocking over HTTP. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class BlockController {

    private final FindProfile findProfile;
    private final ChangeBlock changeBlock;
    private final ListPeople listPeople;

    BlockController(FindProfile findProfile, ChangeBlock changeBlock, ListPeople listPeople) {
        this.findProfile = findProfile;
        this.changeBlock = changeBlock;
        this.listPeople = listPeople;
    }

    /** Blocks a user: they no longer see the caller, and neither follows the other any more. */
    @Put("/users/{user}/block")
    RelationshipView block(@Parameter(hidden = true) Caller caller, @PathVariable String user) {
        return change(caller, user, EdgeChange.MAKE);
    }

    /** Unblocks a user. */
    @Delete("/users/{user}/block")
    RelationshipView unblock(@Parameter(hidden = true) Caller caller, @PathVariable String user) {
        return change(caller, user, EdgeChange.REMOVE);
    }

    /** Lists the users that the caller blocks, the most recent block first. */
    @Get("/blocks")
    HttpResponse<Page<BlockedView>> list(
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request,
            @Valid @RequestBean PageQuery query) {
        return listPeople.blocked(caller.id(), query, BlockedView::of).answer(request);
    }

    private RelationshipView change(Caller caller, String user, EdgeChange edgeChange) {
        return new RelationshipView(
                changeBlock.change(caller, findProfile.knownIdOf(caller, user), edgeChange));
    }
}
