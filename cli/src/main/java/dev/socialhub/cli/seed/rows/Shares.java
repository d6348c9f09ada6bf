package dev.socialhub.cli.seed.rows;

/** Divides a total into whole shares by weight, without a remainder. */
final class Shares {
    private Shares() {}

    /**
     * Whole shares that add up to the total, none above its cap.
     *
     * @throws IllegalArgumentException if all caps together are less than the total
     */
    static int[] divide(int total, double[] weights, int[] caps) {
        int[] shares = new int[weights.length];
        long room = 0;
        for (int cap : caps) {
            room += cap;
        }
        if (room < total) {
            throw new IllegalArgumentException(total + " don't fit into " + room);
        }
        int rest = total;
        while (rest > 0) {
            int given = round(rest, shares, weights, caps);
            rest -= given;
            // The remainder of so many fractions would take a round for each of the heaviest.
            if (given <= rest / 4) {
                rest -= assignOneEach(rest, shares, caps);
            }
        }
        return shares;
    }

    /** One round over those below their cap: the amount above caps is divided in the next round. */
    private static int round(int rest, int[] shares, double[] weights, int[] caps) {
        double open = 0;
        for (int i = 0; i < shares.length; i++) {
            open += shares[i] < caps[i] ? weights[i] : 0;
        }
        int given = 0;
        for (int i = 0; open > 0 && i < shares.length; i++) {
            int more =
                    (int)
                            Math.min(
                                    StrictMath.floor(rest * (weights[i] / open)),
                                    (double) caps[i] - shares[i]);
            shares[i] += more;
            given += more;
        }
        return given;
    }

    private static int assignOneEach(int rest, int[] shares, int[] caps) {
        int given = 0;
        for (int i = 0; i < shares.length && given < rest; i++) {
            if (shares[i] < caps[i]) {
                shares[i]++;
                given++;
            }
        }
        return given;
    }
}
