package chainrule.block;

import chainrule.op.NodeType;
import chainrule.op.Parts;
import chainrule.op.recurrent.GruCell;
import chainrule.op.recurrent.LstmCell;
import chainrule.op.recurrent.RnnCell;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The recurrent cells that come with weights of known sizes. */
enum CellKind {
    RNN(RnnCell.TYPE, 1, "Wxh", "Whh"),
    LSTM(LstmCell.TYPE, 4, "Wx", "Wh"),
    GRU(GruCell.TYPE, 3, "Wx", "Wh");

    private final NodeType cell;
    private final int gates;
    private final String ofInput;
    private final String ofState;

    CellKind(NodeType cell, int gates, String ofInput, String ofState) {
        this.cell = cell;
        this.gates = gates;
        this.ofInput = ofInput;
        this.ofState = ofState;
    }

    /** The words that a setting offers. */
    static List<String> words() {
        return Arrays.stream(values()).map(CellKind::word).toList();
    }

    static CellKind named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The kind whose node type has this id. */
    static Optional<CellKind> ofType(String id) {
        return Arrays.stream(values()).filter(k -> k.cell.id().equals(id)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    NodeType cell() {
        return cell;
    }

    /** Whether a memory goes from step to step beside the state. */
    boolean hasMemory() {
        return this == LSTM;
    }

    /**
     * The weights of one cell as parts, by the cell's ports.
     *
     * @param suffix what is put behind their names
     */
    Map<String, Parts.End> weights(Inside inside, int width, int hidden, String suffix) {
        Map<String, Parts.End> ends = new LinkedHashMap<>();
        ends.put(ofInput, inside.drawn("Wx" + suffix, gates * hidden, width));
        ends.put(ofState, inside.drawn("Wh" + suffix, gates * hidden, hidden));
        if (this == GRU) {
            ends.put("bx", inside.zeros("bx" + suffix, gates * hidden));
            ends.put("bh", inside.zeros("bh" + suffix, gates * hidden));
        } else {
            ends.put("b", inside.zeros("b" + suffix, gates * hidden));
        }
        return ends;
    }
}
