package dev.socialhub.cli.seed.rows;

import java.util.Arrays;

/** Users that were drawn already: a set of numbers without an object for each. */
final class DrawnUsers {
    private static final int EMPTY = -1;

    private final int[] slots;

    DrawnUsers(int most) {
        slots = new int[Integer.highestOneBit(Math.max(4, most)) * 4];
        Arrays.fill(slots, EMPTY);
    }

    /** Adds a number; returns whether it is new. */
    boolean add(int user) {
        int slot = ((user * 0x9e3779b9) >>> 16) & (slots.length - 1);
        while (slots[slot] != EMPTY) {
            if (slots[slot] == user) {
                return false;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = user;
        return true;
    }
}
