package chainrule.app;

import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in one sentence, and answers how the program exits. */
final class Mishaps {
    private final Terminal terminal;
    private final boolean debug;

    Mishaps(Terminal terminal, boolean debug) {
        this.terminal = terminal;
        this.debug = debug;
    }

    int explained(Throwable error) {
        if (error instanceof Refusal refusal) {
            refusal.sentences().forEach(terminal::say);
        } else {
            terminal.say(sentence(error));
        }
        if (debug) {
            error.printStackTrace(terminal.err());
        }
        return error instanceof Refusal refusal ? refusal.exitCode() : Refusal.UNUSABLE;
    }

    private static String sentence(Throwable error) {
        if (error instanceof ParameterException misuse) {
            return misuse(misuse);
        } else if (error instanceof OutOfMemoryError) {
            return "The memory of this machine is not enough for that.";
        } else if (error instanceof LinkageError) {
            return "The native libraries that compute could not be loaded; --debug says more.";
        }
        return "Something is wrong in Chainrule itself; the same call with --debug shows where.";
    }

    private static String misuse(ParameterException misuse) {
        String command = misuse.getCommandLine().getCommandSpec().qualifiedName();
        String hint = "“%s --help” says what can be asked.".formatted(command);
        if (misuse instanceof UnmatchedArgumentException unmatched) {
            return "%s knows no %s; %s"
                    .formatted(command, unmatched.getUnmatched().get(0), hint);
        } else if (misuse instanceof MissingParameterException missing) {
            boolean option =
                    !missing.getMissing().isEmpty() && missing.getMissing().get(0) instanceof OptionSpec;
            String what = missing.getMissing().isEmpty()
                    ? "something more"
                    : option
                            ? "a value after "
                                    + ((OptionSpec) missing.getMissing().get(0)).longestName()
                            : missing.getMissing().get(0).paramLabel();
            return "%s needs %s; %s".formatted(command, what, hint);
        } else if (misuse instanceof OverwrittenOptionException) {
            return "%s has an option twice; %s".formatted(command, hint);
        }
        return "%s cannot be called like that; %s".formatted(command, hint);
    }
}
