package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.canvas.FrameColor;
import chainrule.editor.canvas.Remarking;
import chainrule.editor.session.Selection;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Frames and notes. */
final class RemarkActions {
    private RemarkActions() {}

    static void addTo(Actions actions, Selection selection, Remarking remarking) {
        actions.add(EditorAction.of("remark.frame", "Frame", remarking::frame))
                .keys(Scope.CANVAS, "C", "menu G")
                .named(() -> selection.nodes().isEmpty() ? "Add frame" : "Frame the selection");
        actions.add(EditorAction.of("remark.note", "Add note", remarking::note)).keys(Scope.CANVAS, "N");
        actions.add(EditorAction.of("remark.edit", "Edit title or text", () -> selection
                        .onlyRemark()
                        .ifPresent(remarking::edit)))
                .keys(Scope.CANVAS, "shift F2")
                .unless(() -> selection.onlyRemark().isPresent()
                        ? Optional.empty()
                        : Optional.of("Select one frame or note."));
        for (FrameColor color : FrameColor.values()) {
            actions.add(EditorAction.of(id(color), color.title(), () -> remarking.color(color)))
                    .unless(remarking::whyNoColor);
        }
    }

    /** The ids of the colours. */
    static String[] colors() {
        return Arrays.stream(FrameColor.values()).map(RemarkActions::id).toArray(String[]::new);
    }

    private static String id(FrameColor color) {
        return "remark." + color.name().toLowerCase(Locale.ROOT);
    }
}
