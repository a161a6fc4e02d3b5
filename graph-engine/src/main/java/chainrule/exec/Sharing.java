package chainrule.exec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which values and gradients of a pass take turns in the same memory, because none is needed while another is: known
 * before anything is allocated. First come, first served, each in the smallest free block that will do.
 */
final class Sharing {
    /** Smaller ones have memory of their own: sharing would save nothing worth mentioning. */
    private static final long SMALLEST = 64;

    /**
     * Memory for one tenant after the other.
     *
     * @param size elements, as many as the first of them has; no later one has more
     */
    record Block(long size, List<Tenant> tenants) {}

    private record Stay(Tenant tenant, long size, Lives.Life life) {}

    private final List<Block> blocks = new ArrayList<>();
    private final TreeMap<Long, List<Block>> free = new TreeMap<>();
    private final PriorityQueue<Map.Entry<Integer, Block>> taken = new PriorityQueue<>(Map.Entry.comparingByKey());

    private Sharing() {}

    /** The blocks for those tenants that may share. */
    static List<Block> blocks(ExecutionPlan plan, Map<Tenant, Lives.Life> lives, Predicate<Tenant> mayShare) {
        List<Stay> stays = new ArrayList<>();
        lives.forEach((tenant, life) -> {
            long size = tenant.shape(plan).size();
            if (size >= SMALLEST && mayShare.test(tenant)) {
                stays.add(new Stay(tenant, size, life));
            }
        });
        stays.sort(Comparator.comparingInt(stay -> stay.life.begin()));
        Sharing sharing = new Sharing();
        stays.forEach(sharing::settle);
        return sharing.blocks;
    }

    private void settle(Stay stay) {
        while (!taken.isEmpty() && taken.element().getKey() < stay.life.begin()) {
            Block left = taken.remove().getValue();
            free.computeIfAbsent(left.size, size -> new ArrayList<>()).add(left);
        }
        Block block = found(stay.size);
        block.tenants.add(stay.tenant);
        taken.add(Map.entry(stay.life.end(), block));
    }

    private Block found(long size) {
        Map.Entry<Long, List<Block>> fitting = free.ceilingEntry(size);
        if (fitting == null) {
            Block made = new Block(size, new ArrayList<>());
            blocks.add(made);
            return made;
        }
        Block block = fitting.getValue().remove(fitting.getValue().size() - 1);
        if (fitting.getValue().isEmpty()) {
            free.remove(fitting.getKey());
        }
        return block;
    }
}
