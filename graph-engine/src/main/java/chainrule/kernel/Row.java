package chainrule.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Buffers that lie one after the other in memory.
 *
 * @param whole all their elements as one vector; null where there are none
 * @param parts in the order in which they lie
 */
public record Row(@Nullable Buffer whole, List<Buffer> parts) {
    public Row {
        parts = List.copyOf(parts);
    }
}
