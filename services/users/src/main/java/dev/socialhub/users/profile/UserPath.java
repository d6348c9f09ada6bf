package dev.socialhub.users.profile;

import org.jspecify.annotations.Nullable;

/** How paths name users: by id, by username, or as {@code me}. */
public final class UserPath {

    /** The caller. */
    public static final String ME = "me";

    private UserPath() {}

    /**
     * The user that a request refers to.
     *
     * @param userId names another user although the path says {@code me}, as older clients do
     */
    public static String named(String user, @Nullable String userId) {
        return user.equals(ME) && userId != null && !userId.isEmpty() ? userId : user;
    }
}
