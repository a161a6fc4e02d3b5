package chainrule.editor.stepper;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.session.Scrubber;
import chainrule.editor.session.Stepper;
import chainrule.editor.session.Stride;
import chainrule.editor.theme.Icons;
import chainrule.language.Phrases;
import chainrule.trace.TraceCursor;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Going through the pass and through the training, as actions. */
public final class StepActions {
    private static final Phrases WORDS = Phrases.of(StepActions.class);

    /** The actions that have a button, from left to right. */
    static final List<String> BUTTONS = List.of("step.start", "step.previous", "step.next", "step.end", "step.play");

    private final Stepper stepper;
    private final Scrubber scrubber;
    private final Player player;

    private StepActions(Stepper stepper, Scrubber scrubber, Player player) {
        this.stepper = stepper;
        this.scrubber = scrubber;
        this.player = player;
    }

    /** Adds the actions. */
    public static void addTo(Actions actions, Stepper stepper, Scrubber scrubber, Player player) {
        StepActions all = new StepActions(stepper, scrubber, player);
        all.addPass(actions);
        all.addTraining(actions);
        all.addStrides(actions);
        scrubber.onChange(actions::refresh);
    }

    /** What chooses how far a step goes, in the order of the menu. */
    public static String[] strides() {
        return Stream.of(Stride.values()).map(StepActions::id).toArray(String[]::new);
    }

    private void addPass(Actions actions) {
        actions.add(EditorAction.of("step.next", WORDS.text("step.next"), () -> by(scrubber::next)))
                .icon(Icons.named("next"))
                .keys(Scope.WINDOW, "F7")
                .unless(() -> scrubber.refusal(scrubber.stride(), 1));
        actions.add(EditorAction.of("step.previous", WORDS.text("step.previous"), () -> by(scrubber::previous)))
                .icon(Icons.named("previous"))
                .keys(Scope.WINDOW, "shift F7")
                .unless(() -> scrubber.refusal(scrubber.stride(), -1));
        actions.add(EditorAction.of("step.start", WORDS.text("step.start"), () -> by(stepper::toStart)))
                .icon(Icons.named("to-start"))
                .keys(Scope.WINDOW, "alt HOME")
                .unless(() -> not(TraceCursor::isAtStart, WORDS.text("step.first")));
        actions.add(EditorAction.of("step.end", WORDS.text("step.end"), () -> by(stepper::toEnd)))
                .icon(Icons.named("to-end"))
                .keys(Scope.WINDOW, "alt END")
                .unless(() -> not(TraceCursor::isAtEnd, WORDS.text("step.last")));
        EditorAction play = EditorAction.of("step.play", WORDS.text("step.play"), player::toggle);
        actions.add(play)
                .icon(Icons.named("play"))
                .keys(Scope.WINDOW, "F5")
                .named(() -> WORDS.text(player.playing() ? "step.pause" : "step.play"))
                .unless(() -> not(cursor -> false, ""));
    }

    private void addTraining(Actions actions) {
        actions.add(stride("time.next", Stride.BATCH, 1)).keys(Scope.WINDOW, "F8");
        actions.add(stride("time.previous", Stride.BATCH, -1)).keys(Scope.WINDOW, "shift F8");
        actions.add(stride("time.nextEpoch", Stride.EPOCH, 1)).keys(Scope.WINDOW, "menu F8");
        actions.add(stride("time.previousEpoch", Stride.EPOCH, -1)).keys(Scope.WINDOW, "menu shift F8");
        actions.add(EditorAction.of("time.start", WORDS.text("time.start"), () -> by(() -> scrubber.goTo(0))))
                .keys(Scope.WINDOW, "alt shift HOME")
                .unless(() -> scrubber.refusal(Stride.BATCH, -1));
        actions.add(EditorAction.of(
                        "time.end", WORDS.text("time.end"), () -> by(() -> scrubber.goTo(scrubber.lastStep()))))
                .keys(Scope.WINDOW, "alt shift END")
                .unless(() -> scrubber.refusal(Stride.BATCH, 1));
    }

    private EditorAction stride(String id, Stride stride, int direction) {
        return EditorAction.of(id, WORDS.text(id), () -> by(() -> scrubber.move(stride, direction)))
                .unless(() -> scrubber.refusal(stride, direction));
    }

    private void addStrides(Actions actions) {
        for (Stride stride : Stride.values()) {
            String name = WORDS.text("step.by", stride.word());
            actions.add(EditorAction.of(id(stride), name, () -> scrubber.choose(stride)))
                    .keys(Scope.WINDOW, "alt " + (stride.ordinal() + 1))
                    .chosenWhen(() -> scrubber.stride() == stride);
        }
    }

    private static String id(Stride stride) {
        return "step.by." + stride.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void by(Runnable move) {
        player.pause();
        move.run();
    }

    private Optional<String> not(Predicate<TraceCursor> there, String sentence) {
        return stepper.cursor()
                .map(cursor -> there.test(cursor) ? Optional.of(sentence) : Optional.<String>empty())
                .orElseGet(() -> Optional.of(WORDS.text("step.noPass")));
    }
}
