/** ND4J's own layers above its operations, as they are timed: SameDiff, and DL4J where it has the network. */
@NullMarked
package chainrule.benchmark.deeplearning4j;

import org.jspecify.annotations.NullMarked;
