package dev.socialhub.notifications.notification;

/** Others kept taking the next number of one row; the events come again. */
final class RowContended extends RuntimeException {

    RowContended(int attempts) {
        super("the next number was already taken " + attempts + " times in a row");
    }
}
