package dev.socialhub.auth.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of accounts, in the order of their ids.
 *
 * @param next the id from which to request the following page; null at the end
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record AccountPage(List<AccountEntry> accounts, @Nullable UUID next) {

    AccountPage {
        accounts = List.copyOf(accounts);
    }
}
