package chainrule.editor.chain;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of the panel ask about.
 *
 * @param edge that the chain rule is shown for, or null
 * @param source where the paths begin, or null
 * @param root where they end, or null for the root of the pass
 */
record Question(Trace trace, @Nullable Slot edge, @Nullable Source source, @Nullable NodeId root) {}
