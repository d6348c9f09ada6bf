package dev.socialhub.cli.seed.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void dividesEverythingByWeight() {
        assertThat(Shares.divide(10, new double[] {1, 1, 3}, new int[] {10, 10, 10}))
                .containsExactly(2, 2, 6);
        int[] shares = Shares.divide(1_000, new double[] {1, 1, 1}, new int[] {999, 999, 999});
        assertThat(Arrays.stream(shares).sum()).isEqualTo(1_000);
        assertThat(shares).containsExactly(334, 333, 333);
    }

    @Test
    void distributesWhatExceedsACap() {
        assertThat(Shares.divide(12, new double[] {100, 1, 1}, new int[] {4, 4, 9}))
                .containsExactly(4, 4, 4);
        assertThat(Shares.divide(17, new double[] {1, 1, 1}, new int[] {4, 4, 9}))
                .containsExactly(4, 4, 9);
        assertThat(Shares.divide(3, new double[] {0, 0}, new int[] {0, 3})).containsExactly(0, 3);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> Shares.divide(3, new double[] {1}, new int[] {2}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
