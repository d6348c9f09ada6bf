package dev.socialhub.shared.identity;

import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The public keys that access tokens are checked with. In memory: a look-up never waits. */
public interface VerificationKeys {

    /** Whether any key set has arrived yet. */
    boolean loaded();

    /** The key of this id; an unknown id may set off a refresh that later calls profit from. */
    @Nullable RSAPublicKey find(String keyId);

    /** The ids of all keys that are known now. */
    Set<String> ids();
}
