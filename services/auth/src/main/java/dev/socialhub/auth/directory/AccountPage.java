package dev.socialhub.auth.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some of the accounts, in the order of their ids.
 *
 * @param next the id to ask for the following ones with; null at the end
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record AccountPage(List<AccountEntry> accounts, @Nullable UUID next) {

    AccountPage {
        accounts = List.copyOf(accounts);
    }
}
