package dev.socialhub.posts.media;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;

/** The answer while a store doesn't work. */
final class StoreProblem {

    private StoreProblem() {}

    static ProblemException unavailable(Exception cause) {
        return new ProblemException(
                ProblemType.UNAVAILABLE,
                "Pictures and videos can't be stored or read at the moment.",
                cause);
    }
}
