package dev.socialhub.notifications.reading;

import dev.socialhub.notifications.head.ReadHead;
import dev.socialhub.notifications.notification.NotificationId;
import dev.socialhub.shared.admission.ShortRequests;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.web.RequestContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/** The notifications of the caller. */
@Controller("/api/v1/notifications")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ShortRequests
class NotificationController {

    private final ListNotifications listNotifications;
    private final ReadHead readHead;
    private final MarkRead markRead;

    NotificationController(
            ListNotifications listNotifications, ReadHead readHead, MarkRead markRead) {
        this.listNotifications = listNotifications;
        this.readHead = readHead;
        this.markRead = markRead;
    }

    /**
     * The caller's notifications, newest first, of what is still so: not of a deleted post or
     * person, or of a follow that was taken back.
     *
     * @param unread only those that were not read yet
     * @param markRead marks as read what this answer shows; has no effect on HEAD, which shows
     *     nothing
     */
    @Get
    HttpResponse<Page<NotificationView>> list(
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request,
            @Valid @RequestBean PageQuery page,
            @QueryValue(defaultValue = "false") boolean unread,
            @QueryValue(defaultValue = "false") boolean markRead) {
        Page<NotificationView> shown = listNotifications.page(caller.id(), page, unread);
        if (markRead && !RequestContext.isHead(request)) {
            mark(caller.id(), shown.items());
        }
        return shown.answer(request);
    }

    /** How many of the caller's notifications are unread. */
    @Get("/unread-count")
    Count unreadCount(@Parameter(hidden = true) Caller caller) {
        return new Count(readHead.of(caller.id()).unread());
    }

    /** Marks one notification as read. */
    @Put("/{id}/read")
    Unread read(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return NotificationId.parsed(id)
                .filter(parsed -> parsed.owner().equals(caller.id()))
                .flatMap(markRead::one)
                .map(Unread::new)
                .orElseThrow(() -> ProblemException.notFound("There is no such notification."));
    }

    /** Marks all notifications that the caller has as read. */
    @Put("/read-all")
    Unread readAll(@Parameter(hidden = true) Caller caller) {
        return new Unread(markRead.all(caller.id()));
    }

    private void mark(UUID owner, List<NotificationView> shown) {
        List<Long> seqs =
                shown.stream().filter(one -> !one.read()).map(NotificationView::seq).toList();
        if (!seqs.isEmpty()) {
            markRead.these(owner, seqs);
        }
    }

    @Serdeable
    @Schema(name = "UnreadCount")
    record Count(long count) {}

    @Serdeable
    @Schema(name = "UnreadLeft")
    record Unread(long unread) {}
}
