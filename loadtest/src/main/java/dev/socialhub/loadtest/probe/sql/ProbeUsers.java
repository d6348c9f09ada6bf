package dev.socialhub.loadtest.probe.sql;

import java.util.UUID;

/** The users in the tables, by their numbers: from 1 on. */
final class ProbeUsers {

    /** As many as a run may have. */
    static final int COUNT = 2_000;

    /** For SQL: the ids of all numbers from a series {@code n}. */
    static final String ID = "lpad(to_hex(n), 32, '0')::uuid";

    private ProbeUsers() {}

    /** One of them for any number, round and round. */
    static UUID id(int number) {
        return new UUID(0, Math.floorMod(number, COUNT) + 1L);
    }

    /** Of a new row: they grow with time, as the services' ids do. */
    static UUID newId(int number) {
        return new UUID(System.currentTimeMillis() << 16 | 0x7000L, Long.MIN_VALUE | number);
    }
}
