package dev.socialhub.cli.load;

import dev.socialhub.cli.installation.FileTree;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Interruption;
import dev.socialhub.cli.terminal.OperatorError;
import java.nio.file.Files;
import java.nio.file.Path;

/** Work whose result is of no use unless it is completed. */
@FunctionalInterface
interface InterruptibleWork<T> {

    T run(Interruption interruption) throws InterruptedException;

    /**
     * Does the work, and deletes its folder when the operator interrupts it.
     *
     * @throws OperatorError (interrupted) then, or (of another kind) as the work does
     */
    static <T> T in(Path folder, InterruptibleWork<T> work) throws InterruptedException {
        try (Interruption interruption = Interruption.expected()) {
            try {
                return work.run(interruption);
            } catch (OperatorError failure) {
                if (failure.exitCode() == ExitCode.INTERRUPTED && Files.exists(folder)) {
                    FileTree.delete(folder);
                }
                throw failure;
            }
        }
    }
}
