package dev.socialhub.cli.doctor;

import dev.socialhub.cli.check.Check;
import dev.socialhub.cli.check.Finding;
import java.util.function.Supplier;

/** Whether PostgreSQL, which refuses to run as root, has an account to run under. */
record AccountCheck(Supplier<Facts> facts) implements Check {
    /**
     * @param root whether this tool runs as root; the other two are used only then
     * @param namespaces whether {@code unshare --user} works
     * @param stepsDown whether {@code setpriv} to another account works
     */
    record Facts(String user, boolean root, boolean namespaces, boolean stepsDown) {}

    @Override
    public String name() {
        return "account";
    }

    @Override
    public Finding examine() {
        Facts now = facts.get();
        if (!now.root()) {
            return Finding.ok("PostgreSQL runs as " + now.user());
        }
        if (now.namespaces()) {
            return Finding.ok("root, and PostgreSQL runs in a user namespace");
        }
        return now.stepsDown()
                ? Finding.ok("root, and setpriv runs PostgreSQL as another user")
                : Finding.fail(
                        "PostgreSQL refuses to run as root, and neither user namespaces nor setpriv"
                                + " work here",
                        "run socialhubctl as an ordinary user, or `sysctl -w"
                                + " user.max_user_namespaces=10000`");
    }
}
