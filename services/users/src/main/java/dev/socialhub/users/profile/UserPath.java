package dev.socialhub.users.profile;

import org.jspecify.annotations.Nullable;

/** How addresses name people: by id, by username, or as {@code me}. */
public final class UserPath {

    /** The caller. */
    public static final String ME = "me";

    private UserPath() {}

    /**
     * Who is meant.
     *
     * @param userId names another beside {@code me}, as older clients do
     */
    public static String named(String user, @Nullable String userId) {
        return user.equals(ME) && userId != null && !userId.isEmpty() ? userId : user;
    }
}
