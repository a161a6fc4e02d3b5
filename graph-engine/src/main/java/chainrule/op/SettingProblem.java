package chainrule.op;

/** A setting that cannot be used; the message ends a sentence that begins with the setting's name. */
public final class SettingProblem extends Exception {
    private static final long serialVersionUID = 1;

    public SettingProblem(String predicate) {
        super(predicate, null, false, false);
    }

    /** What is wrong, as in "is −1: it should be at least 0". */
    public String predicate() {
        return String.valueOf(getMessage());
    }
}
