package chainrule.editor.chain;

import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of the panel ask about.
 *
 * @param edge that the chain rule is shown for, or null
 * @param source where the paths begin, or null
 */
record Question(Trace trace, @Nullable Slot edge, @Nullable Source source) {}
