package dev.socialhub.chat.transport;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs tasks one after the other, so that the messages of a connection stay in order. It takes
 * every task, and says when there are too many of them and when there are few again. Thread-safe.
 */
final class SerialQueue {

    private final Executor executor;
    private final int maxTasks;
    private final int maxBytes;
    private final Pressure pressure;
    private final Queue<Task> tasks = new ArrayDeque<>(2);
    private int bytes;
    private boolean running;
    private boolean full;

    SerialQueue(Executor executor, int maxTasks, int maxBytes, Pressure pressure) {
        this.executor = executor;
        this.maxTasks = maxTasks;
        this.maxBytes = maxBytes;
        this.pressure = pressure;
    }

    /**
     * @param size the memory that the task holds, in bytes
     */
    void add(int size, Runnable work) {
        boolean isFirst;
        synchronized (this) {
            tasks.add(new Task(size, work));
            bytes += size;
            isFirst = !running;
            running = true;
            if (!full && (tasks.size() > maxTasks || bytes > maxBytes)) {
                full = true;
                pressure.changed(true);
            }
        }
        if (isFirst) {
            executor.execute(this::run);
        }
    }

    synchronized boolean isFull() {
        return full;
    }

    private void run() {
        for (Task task = next(); task != null; task = next()) {
            task.work.run();
        }
    }

    private synchronized @org.jspecify.annotations.Nullable Task next() {
        Task task = tasks.poll();
        if (task == null) {
            running = false;
        } else {
            bytes -= task.size;
        }
        if (full && tasks.size() <= maxTasks / 2 && bytes <= maxBytes / 2) {
            full = false;
            pressure.changed(false);
        }
        return task;
    }

    private record Task(int size, Runnable work) {}

    /** Is told on the thread that caused the change; must not block. */
    interface Pressure {
        void changed(boolean full);
    }
}
