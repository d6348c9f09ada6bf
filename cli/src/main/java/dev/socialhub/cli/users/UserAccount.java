package dev.socialhub.cli.users;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account in the auth service.
 *
 * @param name null, like the address, once the account is deleted
 * @param createdAt and all other times in ISO-8601
 * @param sessions how many devices are signed in
 */
@JsonPropertyOrder({
    "id",
    "username",
    "name",
    "email",
    "status",
    "roles",
    "version",
    "createdAt",
    "deletedAt",
    "sessions",
    "lastUsedAt"
})
record UserAccount(
        String id,
        String username,
        @Nullable String name,
        @Nullable String email,
        String status,
        List<String> roles,
        long version,
        String createdAt,
        @Nullable String deletedAt,
        int sessions,
        @Nullable String lastUsedAt) {
    UserAccount {
        roles = List.copyOf(roles);
    }

    static UserAccount of(JsonNode account) {
        return new UserAccount(
                account.path("id").asText(),
                account.path("username").asText(),
                text(account, "name"),
                text(account, "email"),
                account.path("status").asText(),
                account.path("roles").valueStream().map(JsonNode::asText).toList(),
                account.path("version").asLong(),
                account.path("createdAt").asText(),
                text(account, "deletedAt"),
                account.path("sessions").asInt(),
                text(account, "lastUsedAt"));
    }

    /** Without personal data, which must not be logged. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }

    private static @Nullable String text(JsonNode object, String field) {
        return object.path(field).isTextual() ? object.path(field).asText() : null;
    }
}
