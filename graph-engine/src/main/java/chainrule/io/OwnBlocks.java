package chainrule.io;

import chainrule.block.BlockDefinition;
import chainrule.graph.Node;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import chainrule.op.NodeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The learner's own blocks of one file, as they depend on each other. */
public final class OwnBlocks {
    private static final Phrases WORDS = Phrases.of(OwnBlocks.class);

    private OwnBlocks() {}

    /** Why blocks cannot be as they are, as a sentence: one would contain itself. */
    public static Optional<String> refusal(Map<String, OwnBlock> blocks) {
        Map<String, List<String>> uses = new LinkedHashMap<>();
        blocks.forEach((name, block) -> uses.put(name, block.definition(name).uses()));
        return loop(uses)
                .map(loop -> WORDS.text("ownBlocks.blockWouldContainItself", loop.get(0), String.join(" → ", loop)));
    }

    /** A file with other blocks: its nodes, and those inside its blocks, are of the types that these make. */
    public static GraphFile installed(GraphFile file, Map<String, OwnBlock> blocks, Catalog base) {
        Map<String, OwnBlock> retyped = new LinkedHashMap<>();
        Catalog catalog = base;
        for (String name : inOrder(blocks)) {
            OwnBlock block = java.util.Objects.requireNonNull(blocks.get(name));
            GraphFile inside = block.inside();
            OwnBlock again = block.with(inside.with(inside.graph().retyped(catalog::find)));
            retyped.put(name, again);
            catalog = catalog.with(List.of(again.definition(name).type()));
        }
        Map<String, OwnBlock> ordered = new LinkedHashMap<>();
        blocks.keySet().forEach(name -> ordered.put(name, java.util.Objects.requireNonNull(retyped.get(name))));
        return file.with(file.graph().retyped(catalog::find)).withBlocks(ordered);
    }

    /**
     * A file in which one block has changed. Where a port of it is called otherwise now, the edges of its uses follow;
     * what they say of a setting that it has no more is dropped.
     *
     * @param blocks of the file, with the changed one
     * @param changed the name of the block
     */
    public static GraphFile changed(GraphFile file, Map<String, OwnBlock> blocks, String changed, Catalog base) {
        OwnBlock before = java.util.Objects.requireNonNull(file.blocks().get(changed));
        OwnBlock after = java.util.Objects.requireNonNull(blocks.get(changed));
        BlockChange change = BlockChange.between(changed, before, after);
        if (change.isEmpty()) {
            return installed(file, blocks, base);
        }
        Map<String, OwnBlock> following = new LinkedHashMap<>(blocks);
        following.replaceAll((name, block) -> change.of(block));
        return installed(change.of(file), following, base);
    }

    /** A catalogue and the types of a file's own blocks. */
    public static Catalog catalog(GraphFile file, Catalog base) {
        List<NodeType> types = new ArrayList<>();
        file.blocks().forEach((name, block) -> types.add(block.definition(name).type()));
        return types.isEmpty() ? base : base.with(types);
    }

    /** The names so that each block comes after those that it uses. */
    private static List<String> inOrder(Map<String, OwnBlock> blocks) {
        Map<String, List<String>> uses = new LinkedHashMap<>();
        blocks.forEach((name, block) -> uses.put(name, block.definition(name).uses()));
        return inOrder(blocks.keySet(), uses);
    }

    /** Names so that each comes after those that it uses; names on a loop and behind it are left out. */
    static List<String> inOrder(Set<String> names, Map<String, List<String>> uses) {
        Set<String> done = new LinkedHashSet<>();
        boolean more = true;
        while (more) {
            List<String> ready = names.stream()
                    .filter(name -> !done.contains(name))
                    .filter(name -> uses.getOrDefault(name, List.of()).stream()
                            .allMatch(used -> done.contains(used) || !names.contains(used)))
                    .toList();
            more = done.addAll(ready);
        }
        return List.copyOf(done);
    }

    /** Names of which each uses the next and the last is the first again; empty where there is no such loop. */
    static Optional<List<String>> loop(Map<String, List<String>> uses) {
        Set<String> left = new LinkedHashSet<>(uses.keySet());
        inOrder(uses.keySet(), uses).forEach(left::remove);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        List<String> way = new ArrayList<>();
        String at = left.iterator().next();
        while (!way.contains(at)) {
            way.add(at);
            at = uses.getOrDefault(at, List.of()).stream()
                    .filter(left::contains)
                    .findFirst()
                    .orElseThrow();
        }
        List<String> loop = way.subList(way.indexOf(at), way.size()).stream().collect(Collectors.toList());
        loop.add(at);
        return Optional.of(loop);
    }

    /** Those blocks that nodes are or hold, and that these hold in turn. */
    static Map<String, OwnBlock> usedBy(List<Node> nodes, Map<String, OwnBlock> blocks) {
        Map<String, OwnBlock> used = new LinkedHashMap<>();
        for (Node node : nodes) {
            for (String name : uses(node)) {
                OwnBlock block = blocks.get(name);
                if (block != null && !used.containsKey(name)) {
                    used.put(name, block);
                    usedBy(List.copyOf(block.inside().graph().nodes()), blocks).forEach(used::putIfAbsent);
                }
            }
        }
        return used;
    }

    /** The type of an id that one of these blocks is. */
    static Optional<NodeType> typed(String id, Map<String, OwnBlock> blocks) {
        return name(id).flatMap(name -> Optional.ofNullable(blocks.get(name)).map(block -> block.definition(name)))
                .map(BlockDefinition::type);
    }

    /** The names of the blocks that a node is, or is set to hold. */
    public static List<String> uses(Node node) {
        return BlockDefinition.uses(node);
    }

    /** The name of the block that a type is, where it is one of the learner's own. */
    public static Optional<String> name(NodeType type) {
        return name(type.id());
    }

    private static Optional<String> name(String id) {
        return id.startsWith(BlockDefinition.PREFIX)
                ? Optional.of(id.substring(BlockDefinition.PREFIX.length()))
                : Optional.empty();
    }
}
