package dev.socialhub.cli.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.compose.SecretsFile.Supplied;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsFileTest {

    @TempDir Path folder;

    @Test
    void generatesMissingSecrets() throws IOException {
        Supplied supplied = supply("A_PASSWORD", "B_KEY");
        assertThat(supplied.made()).containsExactly("A_PASSWORD", "B_KEY");
        assertThat(supplied.kept()).isEmpty();
        List<String> lines = Files.readAllLines(file());
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("#");
        assertThat(lines.get(1)).matches("A_PASSWORD=[A-Za-z0-9_-]{43}");
        assertThat(Base64.getDecoder().decode(lines.get(2).substring("B_KEY=".length())))
                .hasSize(32);
    }

    @Test
    void keepsEveryExistingValue() throws IOException {
        Files.writeString(file(), "# mine\nA_PASSWORD=\"old one\"\nexport B_KEY=other\nMORE=1\n");
        Supplied supplied = supply("A_PASSWORD", "B_KEY", "C_KEY");
        assertThat(supplied.kept()).containsExactly("A_PASSWORD", "B_KEY");
        assertThat(supplied.made()).containsExactly("C_KEY");
        assertThat(Files.readString(file()))
                .startsWith("# mine\nA_PASSWORD=\"old one\"\nexport B_KEY=other\nMORE=1\nC_KEY=");
    }

    @Test
    void generatesValuesForEmptyVariables() throws IOException {
        Files.writeString(file(), "A_PASSWORD=\nB_KEY=''\n#C_KEY=old\n");
        assertThat(supply("A_PASSWORD", "B_KEY", "C_KEY").made()).hasSize(3);
        assertThat(Files.readAllLines(file()))
                .hasSize(4)
                .filteredOn("#C_KEY=old"::equals)
                .hasSize(1);
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        supply("A_PASSWORD", "B_KEY");
        String before = Files.readString(file());
        assertThat(supply("A_PASSWORD", "B_KEY").made()).isEmpty();
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @Test
    void isReadableOnlyByItsOwnerWhateverItWasBefore() throws IOException {
        Files.writeString(file(), "A_PASSWORD=old\n");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-rw-"));
        supply("A_PASSWORD");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void namesTheFileThatItCantWrite() {
        SecretsFile nowhere = new SecretsFile(folder.resolve("no/.env"), new SecureRandom());
        assertThatThrownBy(() -> nowhere.supply(List.of("A_KEY")))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("no/.env can't be read or written");
    }

    private Supplied supply(String... names) {
        return new SecretsFile(file(), new SecureRandom()).supply(List.of(names));
    }

    private Path file() {
        return folder.resolve(".env");
    }
}
