package dev.socialhub.cli.load.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts names beside the ends of lines without covering each other. */
final class Labels {
    private Labels() {}

    /** A name with the height at which it should be. */
    record Wanted(String name, String colour, double y) {}

    /** Where the name is placed, and where its line ends. */
    record Placed(Wanted wanted, double y) {}

    /**
     * @param height that each takes
     */
    static List<Placed> place(List<Wanted> wanted, double height, double top, double bottom) {
        List<Wanted> sorted =
                wanted.stream().sorted(Comparator.comparingDouble(Wanted::y)).toList();
        double[] places = new double[sorted.size()];
        double free = top;
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.max(sorted.get(i).y(), free);
            free = places[i] + height;
        }
        // A label that was pushed out below moves back up, and moves those above it.
        double limit = bottom;
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = Math.min(places[i], limit);
            limit = places[i] - height;
        }
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            placed.add(new Placed(sorted.get(i), places[i]));
        }
        return placed;
    }
}
