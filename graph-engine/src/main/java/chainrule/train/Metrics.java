package chainrule.train;

import org.jspecify.annotations.Nullable;

/**
 * How good a network is on the data in its graph.
 *
 * @param loss the sum of the root's elements
 * @param accuracy the share of examples that are classified rightly; null where no loss is about classes
 */
public record Metrics(double loss, @Nullable Double accuracy) {}
