package dev.socialhub.backing.mongodb;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * The H2 back end, made durable: a write is on disk before it is answered. Left alone, H2 commits
 * once a second and a killed server loses what it has acknowledged since.
 */
final class DurableBackend extends H2Backend {
    /** All that change nothing; anything else commits, known or not. */
    private static final Set<String> READS =
            Set.of(
                    "aggregate",
                    "buildinfo",
                    "collstats",
                    "connectionstatus",
                    "count",
                    "dbstats",
                    "distinct",
                    "endsessions",
                    "find",
                    "getlog",
                    "getmore",
                    "getparameter",
                    "hello",
                    "hostinfo",
                    "ismaster",
                    "killcursors",
                    "listcollections",
                    "listdatabases",
                    "listindexes",
                    "ping",
                    "serverstatus",
                    "whatsmyuri");

    private static final int CACHE_MEGABYTES = 32;
    private static final int PAGE_BYTES = 4096;
    private static final int COMPACT_FILL_RATE = 60;
    private static final int COMPACT_BYTES = 4 << 20;

    private final MVStore store;
    private final Consumer<RuntimeException> onLostStore;

    /**
     * Messages are handled under the read lock and a commit is taken under the write lock. So a
     * commit never holds half a change (a unique key without its document would make a retry look
     * like a duplicate), and never frees pages that a long read still walks over.
     */
    private final ReadWriteLock handling = new ReentrantReadWriteLock();

    private final GroupCommit commits = new GroupCommit(this::commitAll);

    private DurableBackend(MVStore store, Consumer<RuntimeException> onLostStore) {
        super(store);
        this.store = store;
        this.onLostStore = onLostStore;
    }

    /**
     * @param onLostStore told when the file can't be written any more; nothing may be answered then
     */
    static DurableBackend open(Path file, Consumer<RuntimeException> onLostStore) {
        var store =
                new MVStore.Builder()
                        .fileName(file.toString())
                        .cacheSize(CACHE_MEGABYTES)
                        // A commit rewrites every page it touched; small ones cost less.
                        .pageSplitSize(PAGE_BYTES)
                        .compress()
                        // H2 itself would commit in the middle of a change.
                        .autoCommitDisabled()
                        .autoCommitBufferSize(0)
                        .open();
        // Every commit is forced to disk, so old pages needn't outlive the disk's own cache.
        store.setRetentionTime(0);
        return new DurableBackend(store, onLostStore);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new DurableDatabase(databaseName, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(
            Channel channel, String databaseName, String command, Document query) {
        Supplier<Document> handler =
                () -> super.handleCommand(channel, databaseName, command, query);
        if (READS.contains(command.toLowerCase(Locale.ROOT)) && !writesResult(command, query)) {
            return shared(handler);
        }
        try {
            return shared(handler);
        } finally {
            // Also after an error: a failed batch has applied what came before the failure, and a
            // duplicate was met in data that may not be durable yet.
            commits.await();
        }
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return shared(() -> super.handleQuery(query));
    }

    /** Gives space of outdated pages back; a short step at a time. */
    void compact() {
        handling.writeLock().lock();
        try {
            store.compact(COMPACT_FILL_RATE, COMPACT_BYTES);
            store.commit();
        } catch (RuntimeException e) {
            onLostStore.accept(e);
            throw e;
        } finally {
            handling.writeLock().unlock();
        }
    }

    private <T> T shared(Supplier<T> handler) {
        handling.readLock().lock();
        try {
            return handler.get();
        } finally {
            handling.readLock().unlock();
        }
    }

    private long commitAll(AtomicLong applied) {
        try {
            long reached;
            handling.writeLock().lock();
            try {
                reached = applied.get();
                store.commit();
            } finally {
                handling.writeLock().unlock();
            }
            store.sync();
            return reached;
        } catch (RuntimeException e) {
            onLostStore.accept(e);
            throw e;
        }
    }

    /** {@code $out} and {@code $merge} make a write of an aggregation. */
    private static boolean writesResult(String command, Document query) {
        if (!command.equalsIgnoreCase("aggregate")) {
            return false;
        }
        var pipeline = String.valueOf(query.get("pipeline"));
        return pipeline.contains("$out") || pipeline.contains("$merge");
    }
}
