package dev.socialhub.e2e.command;

import java.util.ArrayList;
import java.util.List;

/**
 * How one command ends when all is well, when it is called wrongly or refuses, and when it fails.
 *
 * @param path the words that lead to it
 * @param good calls that succeed
 * @param bad calls that don't
 * @param provenBy another test in which it succeeds, where that takes too long here; else empty
 * @param unfailing whether it can't fail once it is called correctly
 * @param company what else may run at the same time
 */
record Row(
        List<String> path,
        List<Trial> good,
        List<Trial> bad,
        String provenBy,
        boolean unfailing,
        Company company) {

    /** What else may run at the same time as a command. */
    enum Company {
        ANYTHING,
        /** No other command with this value: two of them would be refused. */
        OTHERS,
        NOTHING
    }

    static Row of(String path) {
        return new Row(
                List.of(path.split(" ", -1)), List.of(), List.of(), "", false, Company.ANYTHING);
    }

    /** Succeeds on a running platform. */
    Row works(String arguments) {
        return good(new Trial(arguments, 0, true));
    }

    /** Succeeds, although there is no platform. */
    Row worksAnywhere(String arguments) {
        return good(new Trial(arguments, 0, false));
    }

    /** Is wrong usage, 2. */
    Row wrong(String arguments) {
        return bad(new Trial(arguments, 2, false));
    }

    /** Ends with this code where there is no platform. */
    Row fails(int exitCode, String arguments) {
        return bad(new Trial(arguments, exitCode, false));
    }

    /** Ends with this code on a running platform. */
    Row failsThere(int exitCode, String arguments) {
        return bad(new Trial(arguments, exitCode, true));
    }

    /** Another test, by its class, in which it succeeds. */
    Row provenBy(String test) {
        return new Row(path, good, bad, test, unfailing, company);
    }

    Row neverFails() {
        return new Row(path, good, bad, provenBy, true, company);
    }

    /** It changes data that other commands see. */
    Row andNothingElseMeanwhile() {
        return new Row(path, good, bad, provenBy, unfailing, Company.NOTHING);
    }

    /** A service admits only one of them at a time. */
    Row oneAfterAnother() {
        return new Row(path, good, bad, provenBy, unfailing, Company.OTHERS);
    }

    @Override
    public String toString() {
        return String.join(" ", path);
    }

    private Row good(Trial trial) {
        return new Row(path, with(good, trial), bad, provenBy, unfailing, company);
    }

    private Row bad(Trial trial) {
        return new Row(path, good, with(bad, trial), provenBy, unfailing, company);
    }

    private static List<Trial> with(List<Trial> trials, Trial another) {
        List<Trial> all = new ArrayList<>(trials);
        all.add(another);
        return List.copyOf(all);
    }
}
