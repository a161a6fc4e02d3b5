package chainrule.op.regularise;

import chainrule.op.Param;
import chainrule.op.Settings;
import java.util.List;

/** Whether a layer behaves as in training or as in use. */
final class Mode {
    static final Param<String> SETTING = Param.choice("mode", "train", List.of("train", "eval"))
            .explained("train while the network learns, eval when it is used: then chance and batch have no part.");

    private Mode() {}

    static boolean training(Settings settings) {
        return settings.get(SETTING).equals("train");
    }
}
