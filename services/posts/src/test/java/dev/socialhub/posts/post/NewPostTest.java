package dev.socialhub.posts.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.contracts.post.Visibility;
import org.junit.jupiter.api.Test;

class NewPostTest {

    @Test
    void isPublicUnlessSaidOtherwise() {
        assertThat(new NewPost("x", null, null).visibleTo()).isEqualTo(Visibility.PUBLIC);
        assertThat(new NewPost("x", "followers", null).visibleTo()).isEqualTo(Visibility.FOLLOWERS);
    }

    @Test
    void isTheSameRequestHoweverItWasTyped() {
        assertThat(new NewPost("e\u0301", null, null))
                .isEqualTo(new NewPost("\u00e9", "public", null));
    }
}
