package chainrule.io;

/** Why a file cannot be used: one sentence for the person who asked for it. */
public final class FileProblem extends Exception {
    private static final long serialVersionUID = 1;

    public FileProblem(String sentence) {
        super(sentence, null, false, false);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
