package dev.socialhub.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/** Leaves out what the annotation processors write: their classes' names begin with a dollar. */
final class HandWritten implements ImportOption {

    private static final Pattern GENERATED = Pattern.compile(".*/\\$[^/]*\\.class");

    @Override
    public boolean includes(Location location) {
        return !location.matches(GENERATED);
    }
}
