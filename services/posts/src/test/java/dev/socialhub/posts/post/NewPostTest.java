package dev.socialhub.posts.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.contracts.post.Visibility;
import org.junit.jupiter.api.Test;

class NewPostTest {

    @Test
    void isPublicUnlessSaidOtherwise() {
        assertThat(new NewPost("x", null).visibleTo()).isEqualTo(Visibility.PUBLIC);
        assertThat(new NewPost("x", "followers").visibleTo()).isEqualTo(Visibility.FOLLOWERS);
    }

    @Test
    void isTheSameRequestHoweverItWasTyped() {
        assertThat(new NewPost("e\u0301", null)).isEqualTo(new NewPost("\u00e9", "public"));
    }
}
