package dev.socialhub.cli.ops;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.contracts.identity.ServiceTokenSigner;
import java.time.Clock;
import java.util.Base64;

/** The tokens with which services admit the operator's tool. */
public final class OperatorTokens {
    private static final String NAME = "socialhubctl";

    private final String key;
    private final Clock clock;

    /**
     * @param key base64 of the secret that all services of the platform share
     */
    public OperatorTokens(String key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * A new token.
     *
     * @throws OperatorError if the secret is no valid key
     */
    String issue() {
        try {
            return new ServiceTokenSigner(NAME, Base64.getDecoder().decode(key), clock).issue();
        } catch (IllegalStateException | IllegalArgumentException unusable) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    "SERVICE_TOKEN_KEY in secrets.env isn't base64 of 32 bytes",
                    "restore the file that the first start created",
                    unusable);
        }
    }
}
