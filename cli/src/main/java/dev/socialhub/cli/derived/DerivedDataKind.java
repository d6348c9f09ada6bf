package dev.socialhub.cli.derived;

/**
 * What kind of derived data a noun of the tool is about.
 *
 * @param plural the noun, and the first part of the paths by which services are asked
 * @param singular one of it, and the option that names one
 */
public record DerivedDataKind(String plural, String singular) {
    /** Counters that a service keeps of its own rows. */
    public static final DerivedDataKind COUNTER = new DerivedDataKind("counters", "counter");

    /** Replicas that a service keeps of another service's data. */
    public static final DerivedDataKind PROJECTION =
            new DerivedDataKind("projections", "projection");
}
