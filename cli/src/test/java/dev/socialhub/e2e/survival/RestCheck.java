package dev.socialhub.e2e.survival;

import dev.socialhub.cli.CommandOutcome;
import dev.socialhub.e2e.PlatformUnderTest;
import dev.socialhub.e2e.ServiceNames;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The platform reports that it is healthy, and no event waits to be sent. */
final class RestCheck implements Check {

    private static final List<String> WITH_OUTBOX = ServiceNames.withDatabase();

    private final PlatformUnderTest platform;

    RestCheck(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @Override
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        CommandOutcome verify = platform.ctl("verify");
        if (verify.exitCode() != 0) {
            violations.add("verify: " + verify.out() + verify.err());
        }
        for (String service : WITH_OUTBOX) {
            try (Connection database = platform.database(service);
                    Statement statement = database.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from outbox")) {
                row.next();
                if (row.getLong(1) > 0) {
                    violations.add(service + " has " + row.getLong(1) + " unsent events");
                }
            } catch (SQLException e) {
                violations.add(service + ": " + e.getMessage());
            }
        }
        return violations;
    }
}
