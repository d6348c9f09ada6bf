package dev.socialhub.loadtest.probe;

import com.goterl.lazysodium.SodiumJava;
import com.goterl.lazysodium.interfaces.PwHash;
import com.sun.jna.NativeLong;
import dev.socialhub.loadtest.plan.ProbePlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Passwords checked against Argon2id hashes as auth makes them, on as many threads as auth uses.
 */
public final class HashProbe implements Probe {

    /** The parameters that auth uses; a test compares both with auth's source. */
    static final long PASSES = 2;

    static final long MEMORY_BYTES = 19 * 1024 * 1024;

    private static final byte[] PASSWORD =
            "as-long-as-a-password".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "hash";
    }

    @Override
    public Cost measure(ProbePlan plan) throws InterruptedException {
        SodiumJava sodium = new SodiumJava();
        byte[] hash = new byte[PwHash.STR_BYTES];
        int result =
                sodium.crypto_pwhash_str(
                        hash, PASSWORD, PASSWORD.length, PASSES, new NativeLong(MEMORY_BYTES));
        if (result != 0) {
            throw new ProbeSkipped("there isn't enough memory for a password hash");
        }
        onEveryCore(sodium, hash, ProbePace.of(null, Math.min(1, plan.warmUpSeconds())));
        return onEveryCore(sodium, hash, ProbePace.of(plan.rate(), plan.seconds()));
    }

    private static Cost onEveryCore(SodiumJava sodium, byte[] hash, ProbePace pace)
            throws InterruptedException {
        AtomicLong verified = new AtomicLong();
        AtomicLong nanos = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int core = 0; core < Runtime.getRuntime().availableProcessors(); core++) {
            threads.add(
                    Thread.ofPlatform()
                            .name("hashing-" + core)
                            .start(() -> {
                                while (pace.next()) {
                                    long before = CpuTimes.ofThisThread();
                                    if (verify(sodium, hash)) {
                                        verified.incrementAndGet();
                                    }
                                    nanos.addAndGet(CpuTimes.ofThisThread() - before);
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return Cost.of(verified.get(), pace.seconds(), nanos.get());
    }

    private static boolean verify(SodiumJava sodium, byte[] hash) {
        return sodium.crypto_pwhash_str_verify(hash, PASSWORD, PASSWORD.length) == 0;
    }
}
