/** What a node type is: ports, settings, shape rule, forward rule, one derivative rule per input, help. */
@NullMarked
package chainrule.op;

import org.jspecify.annotations.NullMarked;
