package dev.socialhub.backing.binaries;

import dev.socialhub.backing.BackingFailure;
import java.util.Locale;

/** The machines for which native servers are bundled. */
public enum NativePlatform {
    LINUX_AMD64("postgres-linux-x86_64.txz", "linux-amd64"),
    LINUX_ARM64("postgres-linux-arm_64.txz", "linux-arm64");

    private final String postgresArchive;
    private final String redisSuffix;

    NativePlatform(String postgresArchive, String redisSuffix) {
        this.postgresArchive = postgresArchive;
        this.redisSuffix = redisSuffix;
    }

    /**
     * @throws BackingFailure on any other machine
     */
    public static NativePlatform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static NativePlatform of(String os, String architecture) {
        if (os.toLowerCase(Locale.ROOT).startsWith("linux")) {
            switch (architecture) {
                case "amd64", "x86_64" -> {
                    return LINUX_AMD64;
                }
                case "aarch64", "arm64" -> {
                    return LINUX_ARM64;
                }
                default -> {
                    // falls out to the failure
                }
            }
        }
        throw new BackingFailure(
                "no PostgreSQL and Redis are bundled for " + os + " on " + architecture,
                "use Linux on amd64 or arm64 (WSL and virtual machines do), or docker compose up");
    }

    /** The class-path resource with PostgreSQL. */
    public String postgresArchive() {
        return postgresArchive;
    }

    /** The class-path resource with the Redis server. */
    public String redisProgram(String version) {
        return "redis-server-" + version + "-" + redisSuffix;
    }
}
