package chainrule.editor.canvas;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import java.awt.geom.Rectangle2D;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How cards and edges lie to each other: one and the same object for as long as nothing moves. */
final class Lie {
    private final Collection<Card> cards;
    private final List<Way> ways;
    private @Nullable Map<Slot, Integer> places;
    private @Nullable Tiles<NodeId> nearCards;
    private @Nullable Tiles<Integer> nearWays;

    Lie(Collection<Card> cards, Collection<Way> ways) {
        this.cards = List.copyOf(cards);
        this.ways = List.copyOf(ways);
    }

    /** The edges in the order of the graph. */
    List<Way> ways() {
        return ways;
    }

    /** Where in that order the edge into a slot stands; null where there is none. */
    @Nullable
    Integer place(Slot slot) {
        Map<Slot, Integer> known = places;
        if (known == null) {
            known = new HashMap<>();
            for (int i = 0; i < ways.size(); i++) {
                known.put(ways.get(i).edge().to(), i);
            }
            places = known;
        }
        return known.get(slot);
    }

    /** The cards that may touch a rectangle. */
    Collection<NodeId> cardsNear(Rectangle2D box) {
        Tiles<NodeId> known = nearCards;
        if (known == null) {
            known = new Tiles<>();
            for (Card card : cards) {
                known.add(card.bounds(), card.id());
            }
            nearCards = known;
        }
        return known.near(box);
    }

    /** The edges that may touch a rectangle, by their places. */
    Collection<Integer> waysNear(Rectangle2D box) {
        Tiles<Integer> known = nearWays;
        if (known == null) {
            known = new Tiles<>();
            for (int i = 0; i < ways.size(); i++) {
                known.add(ways.get(i).curve().box(), i);
            }
            nearWays = known;
        }
        return known.near(box);
    }
}
