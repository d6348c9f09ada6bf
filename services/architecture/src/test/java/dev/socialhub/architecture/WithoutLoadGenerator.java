package dev.socialhub.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/**
 * Leaves out the load generator, which is on the class path because the tool uses its file formats.
 * It is no part of the platform: its probes send statements, commands and records themselves.
 */
final class WithoutLoadGenerator implements ImportOption {

    private static final Pattern GENERATOR =
            Pattern.compile(".*/dev/socialhub/loadtest/(?!format/).*");

    @Override
    public boolean includes(Location location) {
        return !location.matches(GENERATOR);
    }
}
