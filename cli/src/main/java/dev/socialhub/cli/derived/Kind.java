package dev.socialhub.cli.derived;

/**
 * What kind of derived data a noun of the tool is about.
 *
 * @param plural the noun, and the first part of the paths by which services are asked
 * @param singular one of it, and the option that names one
 */
public record Kind(String plural, String singular) {
    /** What a service has counted of its own rows. */
    public static final Kind COUNTER = new Kind("counters", "counter");

    /** What a service has copied from another's. */
    public static final Kind PROJECTION = new Kind("projections", "projection");
}
