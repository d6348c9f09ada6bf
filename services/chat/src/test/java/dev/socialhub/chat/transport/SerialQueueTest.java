package dev.socialhub.chat.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SerialQueueTest {

    private final Queue<Runnable> executor = new ArrayDeque<>();
    private final List<Object> seen = new ArrayList<>();
    private final SerialQueue queue = new SerialQueue(executor::add, 4, 100, seen::add);

    @Test
    void keepsTheOrder() {
        for (int i = 0; i < 3; i++) {
            int number = i;
            queue.add(1, () -> seen.add(number));
        }
        assertThat(executor).hasSize(1);
        executor.remove().run();

        assertThat(seen).containsExactly(0, 1, 2);
        queue.add(1, () -> seen.add(3));
        executor.remove().run();
        assertThat(seen).containsExactly(0, 1, 2, 3);
    }

    @Test
    void saysWhenItIsFullAndWhenThereIsRoomAgain() {
        for (int i = 0; i < 5; i++) {
            queue.add(1, () -> seen.add(queue.isFull()));
        }
        assertThat(seen).containsExactly(true);
        executor.remove().run();

        assertThat(seen).containsExactly(true, true, true, false, false, false, false);
    }

    @Test
    void countsBytesToo() {
        queue.add(101, () -> {});

        assertThat(queue.isFull()).isTrue();
    }
}
