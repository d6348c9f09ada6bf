package dev.socialhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launching script, called from various folders and shells; its Java only prints its
 * parameters.
 */
class LauncherTest {
    private static final Path SCRIPT = Path.of("..", "socialhubctl");
    private static final String JAVA =
            """
            #!/bin/sh
            printf 'root=%s\\n' "$SOCIALHUB_ROOT"
            for argument; do printf 'argument=%s\\n' "$argument"; done
            """;

    @TempDir Path temporary;

    private final Map<String, String> environment = new HashMap<>();
    private Path root = Path.of("");

    @BeforeEach
    void makeACheckout() throws IOException {
        root = Files.createDirectories(temporary.toRealPath().resolve("a folder/checkout"));
        Files.copy(SCRIPT, root.resolve("socialhubctl"));
        Files.createDirectories(root.resolve("target/dist"));
        Files.createFile(root.resolve("target/dist/socialhubctl.jar"));
        Path jdk = root.resolveSibling("a jdk");
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        executable(jdk.resolve("bin/java"), JAVA);
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", temporary.toString());
        environment.put("JAVA_HOME", jdk.toString());
        environment.put("SOCIALHUB_BUILD", "never");
    }

    /** By the folder that the script is called from, and the command that calls it. */
    @ParameterizedTest
    @CsvSource({
        "., checkout/socialhubctl",
        "., ./checkout/socialhubctl",
        "checkout, ./socialhubctl",
        "checkout/target, ../socialhubctl",
        "checkout, bash socialhubctl",
        "checkout, sh socialhubctl",
        "checkout, sh ./socialhubctl",
        "., bash checkout/socialhubctl",
    })
    void findsItsFolder(String from, String call) throws Exception {
        assertCalled(run(root.resolveSibling(from), call + " status --debug 'two words'"));
    }

    @Test
    void findsItsFolderOnThePathAndThroughLinks() throws Exception {
        Path bin = Files.createDirectories(temporary.resolve("own bin"));
        Files.createSymbolicLink(bin.resolve("tool"), root.resolve("socialhubctl"));
        Files.createSymbolicLink(bin.resolve("shub"), Path.of("tool"));
        environment.put("PATH", bin + ":" + System.getenv("PATH"));
        for (String call :
                List.of("shub", "bash shub", "'" + bin + "/shub'", "../'own bin'/tool")) {
            assertCalled(run(bin, call + " status --debug 'two words'"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CDPATH, .",
        "CDPATH, .:/:/usr",
        "BASHOPTS, nullglob:failglob:nocasematch",
        "SHELLOPTS, noglob:nounset",
        "GLOBIGNORE, *",
        "GREP_OPTIONS, --invert-match",
        "POSIXLY_CORRECT, 1",
        "IFS, /",
        "BASH_ENV, ./profile",
        "ENV, ./profile",
        "BASH_FUNC_cd%%, () { echo not there; }",
        "BASH_FUNC_command%%, () { false; }",
    })
    void ignoresVariablesThatAnotherShellExported(String variable, String value) throws Exception {
        Files.writeString(
                root.resolveSibling("profile"), "echo hello; cd() { echo not there; }; set -f\n");
        environment.put(variable, value);
        assertCalled(
                run(root.resolveSibling(""), "checkout/socialhubctl status --debug 'two words'"));
    }

    /** As under systemd or in a container. */
    @Test
    void needsNeitherAHomeNorATerminal() throws Exception {
        environment.remove("HOME");
        assertCalled(run(root, "./socialhubctl status --debug 'two words'"));
    }

    @Test
    void reportsAMissingJavaInsteadOfSearchingAnUnknownHome() throws Exception {
        environment.remove("HOME");
        Path script = root.resolve("socialhubctl");
        Files.writeString(
                script, Files.readString(script).replace("needed_java=25", "needed_java=999"));
        CommandOutcome outcome = run(root, "./socialhubctl status");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("socialhubctl: no JDK 999 or later found: ");
    }

    @ParameterizedTest
    @CsvSource({
        "LC_ALL, C",
        "LC_ALL, POSIX",
        "LC_ALL, en_US.ISO-8859-1",
        "LC_CTYPE, C",
        "LANG, C",
        "LANG,"
    })
    void takesFileNamesAsUtf8InAnyLocale(String variable, @Nullable String value) throws Exception {
        assumeTrue(System.getProperty("sun.jnu.encoding").equals("UTF-8"), "no UTF-8 here");
        environment.put(variable, value == null ? "" : value);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        Path checkout =
                Files.move(
                        root, Files.createDirectory(root.resolveSibling("häuser 日本")).resolve("1"));
        writeJar(checkout.resolve("target/dist/socialhubctl.jar"), ShowsItsFolder.class);
        // Warnings of bash about a locale that isn't installed don't matter here.
        assertThat(run(checkout.resolveSibling(""), "1/socialhubctl").out())
                .isEqualTo(checkout + " true");
    }

    @Test
    void keepsAUtf8Locale() throws Exception {
        environment.put("LC_CTYPE", "C.UTF-8");
        executable(
                root.resolveSibling("a jdk/bin/java"),
                "#!/bin/sh\necho \"${LC_ALL-unset} $LC_CTYPE\"\n");
        assertThat(run(root, "./socialhubctl").out()).isEqualTo("unset C.UTF-8\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--help, socialhubctl",
        "-h, socialhubctl",
        "topics diff --help, socialhubctl/topics/diff"
    })
    void printsHelpWithoutJava(String call, String page) throws Exception {
        Path help = root.resolve("target/dist/help").resolve(page + ".txt");
        Files.createDirectories(help.getParent());
        Files.writeString(help, "the page — " + page + "\n");
        environment.put("JAVA_HOME", "/nonexistent");
        CommandOutcome outcome = run(root, "./socialhubctl " + call);
        assertThat(outcome.out()).isEqualTo("the page — " + page + "\n");
        assertThat(outcome.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing --help",
                "../up --help",
                "up",
                "up --help --debug",
                "logs -f --help",
                "--",
                "''"
            })
    void passesEveryOtherCallToTheTool(String call) throws Exception {
        Path help = Files.createDirectories(root.resolve("target/dist/help/socialhubctl"));
        Files.writeString(help.resolve("up.txt"), "the page\n");
        Files.writeString(help.resolveSibling("up.txt"), "another page\n");
        assertThat(run(root, "./socialhubctl " + call).out()).startsWith("root=" + root);
    }

    @Test
    void helpThatCannotBePrintedIsAFailure() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), full + " is missing");
        Path help = Files.createDirectories(root.resolve("target/dist/help"));
        Files.writeString(help.resolve("socialhubctl.txt"), "the page\n");
        CommandOutcome outcome = run(root, "./socialhubctl --help >" + full);
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).isNotBlank();
    }

    @Test
    void refusesAClosedStandardOutput() throws Exception {
        CommandOutcome outcome = run(root, "./socialhubctl status >&-");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("socialhubctl: standard output is closed: ");
    }

    /** Whether a program can use the folder that is passed to it. */
    static final class ShowsItsFolder {
        private ShowsItsFolder() {}

        public static void main(String[] arguments) {
            Path folder = Path.of(System.getenv("SOCIALHUB_ROOT"));
            System.out.print(folder + " " + Files.isDirectory(folder));
        }
    }

    private static void writeJar(Path file, Class<?> program) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, program.getName());
        String entry = program.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                InputStream code =
                        Objects.requireNonNull(program.getResourceAsStream("/" + entry))) {
            jar.putNextEntry(new JarEntry(entry));
            code.transferTo(jar);
        }
    }

    private void assertCalled(CommandOutcome outcome) {
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines())
                .startsWith("root=" + root)
                .contains("argument=" + root.resolve("target/dist/socialhubctl.jar"))
                .endsWith("argument=status", "argument=--debug", "argument=two words");
    }

    /** In the shell that every system has, with only this test's variables. */
    private CommandOutcome run(Path folder, String line) throws Exception {
        Path errors = temporary.resolve("errors");
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", "-c", "exec " + line)
                        .directory(folder.toFile())
                        .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CommandOutcome(process.waitFor(), out, Files.readString(errors));
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
