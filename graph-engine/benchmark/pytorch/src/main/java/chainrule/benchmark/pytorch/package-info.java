/** PyTorch as it is timed: one hand-written module for each workload. */
@NullMarked
package chainrule.benchmark.pytorch;

import org.jspecify.annotations.NullMarked;
