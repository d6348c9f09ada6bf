package dev.socialhub.chat.socket;

import dev.socialhub.shared.problem.Problem;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.serde.annotation.Serdeable;
import java.util.stream.Collectors;

/** Why an event of a client has no effect: the argument of {@code error}. */
@Serdeable
record EventError(String code, String message) {

    static final String EVENT = "error";

    static EventError of(ProblemException e) {
        Problem problem = e.problem();
        String fields =
                problem.errors().stream()
                        .map(error -> error.field() + " " + error.message())
                        .collect(Collectors.joining(", "));
        String detail = problem.detail() == null ? problem.title() : problem.detail();
        return new EventError(e.type().slug(), fields.isEmpty() ? detail : fields);
    }

    /** The acknowledgement of such an event. */
    @Serdeable
    record Refused(boolean ok, EventError error) {}

    Refused refused() {
        return new Refused(false, this);
    }
}
