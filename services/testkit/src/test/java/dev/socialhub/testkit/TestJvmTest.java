package dev.socialhub.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestJvmTest {
    private static final int FIRST_OUTGOING = 32_768;

    @Test
    void claimsANumberThatNoOtherJvmHas(@TempDir Path folder) throws Exception {
        assertThat(claimedByAnotherJvm(folder)).isEqualTo(1);
        try (FileChannel other =
                FileChannel.open(
                        folder.resolve("1"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            assertThat(claimedByAnotherJvm(folder)).isEqualTo(2);
        }
        assertThat(claimedByAnotherJvm(folder)).isEqualTo(1);
    }

    @Test
    void forksShareNeitherPortsNorServers() {
        int own = TestJvm.firstPort(TestJvm.number());
        int apart = TestJvm.firstPort(2) - TestJvm.firstPort(1);
        assertThat(Stream.generate(TestJvm::freePort).limit(500))
                .allMatch(port -> port >= own && port < own + apart);
        assertThat(TestFolders.folder(2)).isNotEqualTo(TestFolders.folder(1));
        assertThat(TestFolders.find().root().getFileName())
                .hasToString(TestFolders.folder(TestJvm.number()));
    }

    @Test
    void noForkTakesThePortsOfOutgoingConnections() {
        int ports = TestJvm.firstPort(2) - TestJvm.firstPort(1);

        assertThat(TestJvm.firstPort(6) + ports).isLessThanOrEqualTo(FIRST_OUTGOING);
        assertThatThrownBy(() -> TestJvm.firstPort(7)).isInstanceOf(IllegalStateException.class);
    }

    /** A lock is the whole process's, so claims of one JVM tell nothing of two. */
    private static int claimedByAnotherJvm(Path folder) throws Exception {
        Process claimant =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Claimant.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String printed = new String(claimant.getInputStream().readAllBytes(), UTF_8);
        assertThat(claimant.waitFor()).isZero();
        return Integer.parseInt(printed.strip());
    }

    /** Prints the number that a JVM gets. */
    static final class Claimant {
        private Claimant() {}

        public static void main(String[] arguments) {
            int number = TestJvm.claim(Path.of(arguments[0]));
            // The claim outlasts what the collector takes.
            System.gc();
            System.out.println(number);
        }
    }
}
