package dev.socialhub.backing;

import java.util.List;

/** The ports of the servers, all on 127.0.0.1. */
public record BackingPorts(int postgres, int redis, int kafka, int kafkaController, int mongodb) {
    public BackingPorts {
        var all = List.of(postgres, redis, kafka, kafkaController, mongodb);
        if (all.stream().distinct().count() < all.size()) {
            throw new IllegalArgumentException("two backing servers share a port: " + all);
        }
        for (int port : all) {
            if (port < 1 || port > 65535) {
                throw new IllegalArgumentException("not a port: " + port);
            }
        }
    }
}
