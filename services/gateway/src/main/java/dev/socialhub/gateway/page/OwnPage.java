package dev.socialhub.gateway.page;

import dev.socialhub.gateway.answer.Answer;

/** A page that the gateway serves itself. */
@FunctionalInterface
public interface OwnPage {

    /** What this visitor sees. */
    Answer shownTo(PageClient visitor);
}
