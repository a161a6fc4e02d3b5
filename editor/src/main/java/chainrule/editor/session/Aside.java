package chainrule.editor.session;

import chainrule.check.PlaceChecks;
import chainrule.exec.ExecutionPlan;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import chainrule.trace.Derivatives;
import chainrule.trace.Trace;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Questions about a recorded pass that take the engine: the worker answers them from a pass of its own beside it, which
 * it keeps while the pass stays the same.
 */
public final class Aside {
    private static final Phrases WORDS = Phrases.of(Aside.class);

    /** Passes that need more memory are not made a second time. */
    private static final long MOST = 128L << 20;

    private final Executor ui;
    private final Executor worker;
    private final Kept own = new Kept();
    private final Kept rooted = new Kept();

    /** A pass that is kept for the next question about it. */
    private static final class Kept {
        private @Nullable Derivatives pass;
        private @Nullable Trace of;
        private @Nullable NodeId root;

        Derivatives of(Trace trace, @Nullable NodeId wanted) {
            Derivatives known = pass;
            if (known == null || of != trace || !Objects.equals(root, wanted)) {
                drop();
                known = wanted == null ? Derivatives.of(trace) : Derivatives.of(trace, wanted);
                pass = known;
                of = trace;
                root = wanted;
            }
            return known;
        }

        void drop() {
            if (pass != null) {
                pass.close();
                pass = null;
                of = null;
            }
        }
    }

    public Aside(Executor ui, Executor worker) {
        this.ui = ui;
        this.worker = worker;
    }

    /** Somebody who asks, and of whose questions only the last is answered. */
    public final class Asker {
        private final AtomicLong asked = new AtomicLong();

        private Asker() {}

        /**
         * Asks.
         *
         * @param question answered on the worker
         * @param answer takes it on the thread that {@code ui} runs on, unless something else was asked meanwhile
         */
        public <T> void ask(Trace trace, Function<Derivatives, T> question, Consumer<T> answer) {
            ask(() -> question.apply(own.of(trace.whole(), null)), answer);
        }

        /**
         * The same of a pass that is seeded elsewhere.
         *
         * @param root where; null for where the pass itself is
         */
        public <T> void ask(Trace trace, @Nullable NodeId root, Function<Derivatives, T> question, Consumer<T> answer) {
            if (root == null) {
                ask(trace, question, answer);
            } else {
                ask(() -> question.apply(rooted.of(trace.whole(), root)), answer);
            }
        }

        /** Asks for a gradient check, in double precision; the rest is as with {@link #ask}. */
        public <T> void check(Trace trace, Function<PlaceChecks, T> question, Consumer<T> answer) {
            ask(
                    () -> {
                        try (PlaceChecks checks = new PlaceChecks(trace.whole())) {
                            return question.apply(checks);
                        }
                    },
                    answer);
        }

        private <T> void ask(Supplier<T> question, Consumer<T> answer) {
            long now = asked.incrementAndGet();
            worker.execute(() -> {
                if (asked.get() == now) {
                    T said = question.get();
                    ui.execute(() -> {
                        if (asked.get() == now) {
                            answer.accept(said);
                        }
                    });
                }
            });
        }

        /** Wants no answer any more. */
        public void forget() {
            asked.incrementAndGet();
        }
    }

    public Asker asker() {
        return new Asker();
    }

    /** Why nothing can be asked about a pass, as a sentence; empty where it can. */
    public static Optional<String> refusal(Trace trace) {
        if (trace.problem().isPresent()) {
            return Optional.of(WORDS.text("aside.stopped"));
        }
        ExecutionPlan plan = trace.plan();
        return plan.bytes() <= MOST
                ? Optional.empty()
                : Optional.of(WORDS.text("aside.large", plan.bytes() >> 20, MOST >> 20));
    }

    /** Frees the engine's memory; for a document that is closed. */
    public void close() {
        worker.execute(() -> {
            own.drop();
            rooted.drop();
        });
    }
}
