package chainrule.benchmark;

/**
 * What one peer took for one workload.
 *
 * @param megabytes what its process holds afterwards
 * @param refusal why it was not timed; empty where it was
 */
record Row(Spread time, double megabytes, String refusal) {
    static Row refused(String why) {
        return new Row(new Spread(Double.NaN, Double.NaN, Double.NaN), Double.NaN, why);
    }

    boolean timed() {
        return refusal.isEmpty();
    }
}
