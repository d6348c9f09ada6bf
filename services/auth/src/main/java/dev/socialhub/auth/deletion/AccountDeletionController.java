package dev.socialhub.auth.deletion;

import dev.socialhub.ops.OpsEndpoint;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;

@Hidden
@Controller("/internal/ops/accounts/{id}")
@OpsEndpoint
final class AccountDeletionController {

    private final DeleteAccount deleteAccount;

    AccountDeletionController(DeleteAccount deleteAccount) {
        this.deleteAccount = deleteAccount;
    }

    /** Deletes an account; has no effect when there is none. */
    @Delete
    @Status(HttpStatus.NO_CONTENT)
    void delete(UUID id) {
        deleteAccount.delete(id);
    }
}
