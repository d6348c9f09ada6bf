package dev.socialhub.loadtest.profile;

import java.util.List;
import java.util.Optional;

/** All kinds of load. A new one is a class, a line here and an entry in {@code targets.yml}. */
public final class RunnableProfiles {

    private static final List<RunnableProfile> ALL =
            List.of(
                    new LoginProfile(),
                    new VerifyUserProfile(),
                    new FollowProfile(),
                    new FollowingListProfile(),
                    new CreatePostProfile(),
                    new CreatePostMediaProfile(),
                    new ReadPostProfile(),
                    new LikeProfile(),
                    new ViralLikeProfile(),
                    new CommentProfile(),
                    new NotificationEventsProfile(),
                    new ChatProfile(),
                    new GatewayProfile(),
                    new JourneyProfile(),
                    new MixedProfile(),
                    OverloadProfile.follow(),
                    OverloadProfile.createPost(),
                    OverloadProfile.verifyUser());

    private RunnableProfiles() {}

    public static List<RunnableProfile> all() {
        return ALL;
    }

    /** The one of this name. */
    public static Optional<RunnableProfile> named(String name) {
        return ALL.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }
}
