package chainrule.editor;

import chainrule.editor.canvas.Voice;
import chainrule.editor.session.TrainingSession;
import chainrule.editor.session.TrainingState;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;

/** Says when a training begins and how it ended, for those who cannot see the panel. */
final class TrainingVoice {
    private static final Phrases WORDS = Phrases.of(TrainingVoice.class);
    private static final int DIGITS = 4;

    private final Voice voice;
    private TrainingState.Phase before = TrainingState.Phase.NONE;

    private TrainingVoice(Voice voice) {
        this.voice = voice;
    }

    static void follow(TrainingSession training, Voice voice) {
        TrainingVoice speaker = new TrainingVoice(voice);
        training.onChange(() -> speaker.heard(training.state()));
    }

    private void heard(TrainingState now) {
        TrainingState.Phase was = before;
        before = now.phase();
        if (was == before) {
            return;
        }
        if (before == TrainingState.Phase.RUNNING) {
            voice.say(WORDS.text("training.begins", now.steps()));
        } else if (was == TrainingState.Phase.RUNNING) {
            voice.say(ended(now));
        }
    }

    private static String ended(TrainingState now) {
        if (!now.problem().isEmpty()) {
            return now.problem();
        }
        String key = now.phase() == TrainingState.Phase.DONE ? "training.done" : "training.stands";
        String said = WORDS.text(key, now.done());
        var metrics = now.metrics();
        return metrics == null
                ? said
                : said + " " + WORDS.text("training.loss", Digits.significant(metrics.loss(), DIGITS));
    }
}
