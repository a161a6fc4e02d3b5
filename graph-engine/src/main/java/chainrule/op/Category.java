package chainrule.op;

/** The shelf of the palette that a node type stands on, in the order of the shelves. */
public enum Category {
    SOURCE("Sources"),
    ARITHMETIC("Arithmetic"),
    LINEAR("Linear algebra"),
    ACTIVATION("Activations"),
    REDUCE("Reductions"),
    SHAPE("Shapes"),
    LOSS("Losses"),
    REGULARISE("Regularisers and normalisation"),
    CONV("Convolution"),
    RECURRENT("Recurrent"),
    ATTENTION("Attention"),
    ENCODER_DECODER("Encoder-decoder"),
    BLOCK("Blocks"),
    UNKNOWN("Unknown");

    private final String title;

    Category(String title) {
        this.title = title;
    }

    /** What the palette calls it, in the language of the moment. */
    public String title() {
        return Reading.shelf(this, title);
    }
}
