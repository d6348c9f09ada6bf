package dev.socialhub.shared.start;

import java.util.Objects;

/** Which release is running. */
public final class Release {

    private Release() {}

    /** The kit's, which programs are released with; classes that were never packed have none. */
    public static String version() {
        return Objects.requireNonNullElse(
                Release.class.getPackage().getImplementationVersion(), "development");
    }
}
