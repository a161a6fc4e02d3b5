package chainrule.editor.stepper;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.session.Stepper;
import chainrule.editor.theme.Icons;
import chainrule.trace.TraceCursor;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Going through the pass, as actions. */
public final class StepActions {
    /** The actions that have a button, from left to right. */
    static final List<String> BUTTONS = List.of("step.start", "step.previous", "step.next", "step.end", "step.play");

    private static final String NO_PASS = "There is no pass yet: nothing has been computed.";

    private final Stepper stepper;
    private final Player player;

    private StepActions(Stepper stepper, Player player) {
        this.stepper = stepper;
        this.player = player;
    }

    /** Adds the actions. */
    public static void addTo(Actions actions, Stepper stepper, Player player) {
        new StepActions(stepper, player).addTo(actions);
        stepper.onChange(actions::refresh);
    }

    private void addTo(Actions actions) {
        actions.add(EditorAction.of("step.next", "Next step", () -> by(stepper::next)))
                .icon(Icons.named("next"))
                .keys(Scope.WINDOW, "F7")
                .unless(() -> not(TraceCursor::isAtEnd, "This is the last step."));
        actions.add(EditorAction.of("step.previous", "Previous step", () -> by(stepper::previous)))
                .icon(Icons.named("previous"))
                .keys(Scope.WINDOW, "shift F7")
                .unless(() -> not(TraceCursor::isAtStart, "This is before the first step."));
        actions.add(EditorAction.of("step.start", "To the start", () -> by(stepper::toStart)))
                .icon(Icons.named("to-start"))
                .keys(Scope.WINDOW, "alt HOME")
                .unless(() -> not(TraceCursor::isAtStart, "This is before the first step."));
        actions.add(EditorAction.of("step.end", "To the end", () -> by(stepper::toEnd)))
                .icon(Icons.named("to-end"))
                .keys(Scope.WINDOW, "alt END")
                .unless(() -> not(TraceCursor::isAtEnd, "This is the last step."));
        EditorAction play = EditorAction.of("step.play", "Play", player::toggle);
        actions.add(play)
                .icon(Icons.named("play"))
                .keys(Scope.WINDOW, "F5")
                .named(() -> player.playing() ? "Pause" : "Play")
                .unless(() -> not(cursor -> false, ""));
    }

    private void by(Runnable move) {
        player.pause();
        move.run();
    }

    private Optional<String> not(Predicate<TraceCursor> there, String sentence) {
        return stepper.cursor()
                .map(cursor -> there.test(cursor) ? Optional.of(sentence) : Optional.<String>empty())
                .orElse(Optional.of(NO_PASS));
    }
}
