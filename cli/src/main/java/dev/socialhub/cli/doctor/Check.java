package dev.socialhub.cli.doctor;

/** One thing that must be right for a platform to run here. */
interface Check {
    /** Lower case with hyphens; stable, since scripts look for it. */
    String name();

    /** Looks at it. Whatever this throws counts as a failed check. */
    Finding examine();
}
