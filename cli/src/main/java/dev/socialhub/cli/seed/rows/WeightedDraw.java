package dev.socialhub.cli.seed.rows;

import java.util.Arrays;

/** Draws users, each with a probability in proportion to its weight. */
final class WeightedDraw {
    private final int[] people;
    private final double[] upTo;

    /**
     * @param people the users to draw from
     * @param weights of all users, by number
     */
    WeightedDraw(int[] people, double[] weights) {
        this.people = people.clone();
        this.upTo = new double[people.length];
        double sum = 0;
        for (int i = 0; i < people.length; i++) {
            sum += weights[people[i]];
            upTo[i] = sum;
        }
    }

    int size() {
        return people.length;
    }

    int draw(SeededRandom random) {
        double at = random.unit() * upTo[upTo.length - 1];
        int found = Arrays.binarySearch(upTo, at);
        int index = found >= 0 ? found + 1 : -found - 1;
        return people[Math.min(index, people.length - 1)];
    }
}
