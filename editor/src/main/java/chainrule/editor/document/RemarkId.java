package chainrule.editor.document;

/** The name of a remark: of a frame or of a note. No frame and no note of a document have the same. */
public record RemarkId(String name) {
    @Override
    public String toString() {
        return name;
    }
}
