package dev.socialhub.users.follow;

import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import dev.socialhub.users.graph.ListPeople;
import dev.socialhub.users.profile.FindProfile;
import dev.socialhub.users.profile.UserPath;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lists of followers and followed users, over HTTP. */
@Controller("/api/v1/users/{user}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class FollowListController {

    private final FindProfile findProfile;
    private final ListPeople listPeople;

    FollowListController(FindProfile findProfile, ListPeople listPeople) {
        this.findProfile = findProfile;
        this.listPeople = listPeople;
    }

    /** Lists a user's followers, the most recent follow first. */
    @Get("/followers")
    HttpResponse<Page<PersonView>> listFollowers(
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request,
            @PathVariable String user,
            @Nullable @QueryValue String userId,
            @Valid @RequestBean PageQuery query) {
        return page(
                        caller,
                        UserPath.named(user, userId),
                        whose -> listPeople.followers(caller.id(), whose, query, PersonView::of))
                .answer(request);
    }

    /** Lists the users that a user follows, the most recent follow first. */
    @Get("/following")
    HttpResponse<Page<PersonView>> listFollowing(
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request,
            @PathVariable String user,
            @Nullable @QueryValue String userId,
            @Valid @RequestBean PageQuery query) {
        return page(
                        caller,
                        UserPath.named(user, userId),
                        whose -> listPeople.following(caller.id(), whose, query, PersonView::of))
                .answer(request);
    }

    private Page<PersonView> page(
            Caller caller, String user, Function<UUID, Page<PersonView>> list) {
        Page<PersonView> page = list.apply(findProfile.uncheckedIdOf(caller, user));
        if (page.items().isEmpty()) {
            // Only an empty page can belong to a user that doesn't exist.
            findProfile.idOf(caller, user);
        }
        return page;
    }
}
