package dev.socialhub.e2e.survival;

import dev.socialhub.e2e.Client.Person;

/** A user that follows and unfollows one other user. */
record Pair(Person follower, Person followee) {

    @Override
    public String toString() {
        return follower.username() + " " + followee.username();
    }
}
