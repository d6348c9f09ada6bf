package dev.socialhub.chat.message;

/** Other instances kept taking the next number of one conversation; the client may try again. */
final class ConversationContended extends RuntimeException {

    ConversationContended(int attempts) {
        super("the next number was already taken " + attempts + " times in a row");
    }
}
