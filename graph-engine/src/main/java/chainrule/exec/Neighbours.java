package chainrule.exec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tenants of memory that should lie one after the other: each has at most one neighbour on either side. */
final class Neighbours {
    private final Map<Tenant, Tenant> next = new HashMap<>();
    private final Map<Tenant, Tenant> previous = new HashMap<>();
    private final Set<Tenant> all = new LinkedHashSet<>();

    /** Asks for an order; where a place is taken already, the row has a gap there. */
    void line(List<? extends Tenant> row) {
        for (int i = 1; i < row.size(); i++) {
            Tenant left = row.get(i - 1);
            Tenant right = row.get(i);
            if (!next.containsKey(left) && !previous.containsKey(right) && !comesBefore(right, left)) {
                next.put(left, right);
                previous.put(right, left);
                all.add(left);
                all.add(right);
            }
        }
    }

    /** The rows, each from its first to its last. */
    List<List<Tenant>> rows() {
        List<List<Tenant>> rows = new ArrayList<>();
        for (Tenant tenant : all) {
            if (!previous.containsKey(tenant)) {
                List<Tenant> row = new ArrayList<>();
                for (Tenant at = tenant; at != null; at = next.get(at)) {
                    row.add(at);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private boolean comesBefore(Tenant from, Tenant to) {
        Tenant at = from;
        while (at != null && !at.equals(to)) {
            at = next.get(at);
        }
        return at != null;
    }
}
