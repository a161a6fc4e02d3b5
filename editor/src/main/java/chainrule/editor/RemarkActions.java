package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.canvas.FrameColor;
import chainrule.editor.canvas.Remarking;
import chainrule.editor.session.Selection;
import chainrule.language.Phrases;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Frames and notes. */
final class RemarkActions {
    private static final Phrases WORDS = Phrases.of(RemarkActions.class);

    private RemarkActions() {}

    static void addTo(Actions actions, Selection selection, Remarking remarking) {
        actions.add(EditorAction.of("remark.frame", WORDS.text("remark.frame"), remarking::frame))
                .keys(Scope.CANVAS, "C", "menu G")
                .named(() -> selection.nodes().isEmpty()
                        ? WORDS.text("remark.frame.add")
                        : WORDS.text("remark.frame.selection"));
        actions.add(EditorAction.of("remark.note", WORDS.text("remark.note"), remarking::note))
                .keys(Scope.CANVAS, "N");
        actions.add(EditorAction.of("remark.edit", WORDS.text("remark.edit"), () -> selection
                        .onlyRemark()
                        .ifPresent(remarking::edit)))
                .keys(Scope.CANVAS, "shift F2")
                .unless(() ->
                        selection.onlyRemark().isPresent() ? Optional.empty() : Optional.of(WORDS.text("remark.one")));
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
