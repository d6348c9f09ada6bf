package dev.socialhub.cli.verify;

import dev.socialhub.cli.http.Http.Answer;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;

/** The status that a step of the whole flow expects. */
final class ExpectedAnswer {

    private ExpectedAnswer() {}

    /**
     * Returns an answer that has this status.
     *
     * @param what was requested
     * @param service whose log explains another status
     * @throws OperatorError for another status
     */
    static Answer expect(int status, String what, String service, Answer answer) {
        if (answer.status() != status) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    "%s should answer %d, but %s".formatted(what, status, answer.brief()),
                    "socialhubctl logs " + service);
        }
        return answer;
    }
}
