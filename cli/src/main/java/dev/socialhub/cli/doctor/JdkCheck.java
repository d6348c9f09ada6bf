package dev.socialhub.cli.doctor;

import dev.socialhub.cli.check.Check;
import dev.socialhub.cli.check.Finding;
import java.util.function.Supplier;

/** The JDK that runs this tool, and with it every service. */
record JdkCheck(Supplier<Facts> facts) implements Check {
    private static final int MIN_VERSION = 25;
    private static final String FIX =
            "install a full JDK 25 (e.g. Temurin) and set JAVA_HOME to its folder";

    /**
     * @param version as it is written, e.g. {@code 25.0.1+8}
     * @param feature the first number of the version
     * @param compiler whether it has {@code javac}
     */
    record Facts(String version, int feature, String vendor, String home, boolean compiler) {}

    @Override
    public String name() {
        return "jdk";
    }

    @Override
    public Finding examine() {
        Facts jdk = facts.get();
        String found = "Java %s by %s in %s".formatted(jdk.version(), jdk.vendor(), jdk.home());
        if (jdk.feature() < MIN_VERSION) {
            return Finding.fail(found + " is older than " + MIN_VERSION, FIX);
        }
        return jdk.compiler()
                ? Finding.ok(found + ", with javac")
                : Finding.warn(found + " has no javac, so nothing can be built", FIX);
    }
}
