package dev.socialhub.e2e.survival;

import dev.socialhub.e2e.Client.Person;

/** Somebody who follows and unfollows one other person. */
record Pair(Person follower, Person followee) {

    @Override
    public String toString() {
        return follower.username() + " " + followee.username();
    }
}
