package dev.socialhub.notifications.append;

/** Others kept taking the next number of one row; the events come again. */
public final class RowContended extends RuntimeException {

    public RowContended(int attempts) {
        super("the next number was already taken " + attempts + " times in a row");
    }
}
