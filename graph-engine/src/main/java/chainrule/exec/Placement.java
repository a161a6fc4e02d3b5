package chainrule.exec;

import chainrule.kernel.Buffer;
import chainrule.kernel.Engine;
import chainrule.kernel.Memory;
import chainrule.kernel.Row;
import chainrule.language.Phrases;
import chainrule.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where in its memory the values and gradients of a pass lie. */
final class Placement {
    private static final Phrases WORDS = Phrases.of(Placement.class);

    private final ExecutionPlan plan;
    private final Memory memory;
    private final Map<Tenant, Buffer> placed = new HashMap<>();
    private boolean settled;

    Placement(ExecutionPlan plan, Engine engine) {
        this(plan, new Memory(plan.precision(), Long.MAX_VALUE, engine));
    }

    Placement(ExecutionPlan plan, Memory memory) {
        this.plan = plan;
        this.memory = memory;
    }

    ExecutionPlan plan() {
        return plan;
    }

    Memory memory() {
        return memory;
    }

    /** Gives several tenants places one after the other. */
    Row row(List<? extends Tenant> tenants) {
        List<Shape> shapes = tenants.stream().map(t -> t.shape(plan)).toList();
        count(shapes.stream().mapToLong(Shape::size).sum());
        Row row = memory.allocateRow(shapes);
        for (int i = 0; i < tenants.size(); i++) {
            placed.put(tenants.get(i), row.parts().get(i));
        }
        return row;
    }

    /** Lets tenants that are not placed yet take turns in the same memory. */
    void share(Map<Tenant, Lives.Life> lives) {
        for (Sharing.Block block : Sharing.blocks(plan, lives, tenant -> !placed.containsKey(tenant))) {
            Buffer memory = allocate(Shape.of(Math.toIntExact(block.size())));
            block.tenants().forEach(tenant -> placed.put(tenant, memory.beginning(tenant.shape(plan))));
        }
    }

    /** The place of a tenant; one of its own where it was given none. */
    Buffer of(Tenant tenant, Shape shape) {
        return placed.computeIfAbsent(tenant, t -> allocate(shape));
    }

    /**
     * Memory for what has no place.
     *
     * @throws RunProblem where the budget leaves too little; all of the memory is free again then
     */
    Buffer allocate(Shape shape) {
        count(shape.size());
        return memory.allocate(shape);
    }

    /** Ends the time in which the budget counts: what is looked at later is small, or was asked for. */
    void settle() {
        settled = true;
    }

    private void count(long elements) {
        long room = plan.budget() - memory.used();
        if (!settled
                && !memory.isPlanned()
                && elements > room / plan.precision().bytes()) {
            memory.close();
            throw new RunProblem(
                    Footprint.tooLarge(plan, WORDS.text("placement.moreThan", Footprint.megabytes(plan.budget()))));
        }
    }
}
