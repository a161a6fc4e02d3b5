package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TeamTest {
    @Test
    void everyPartIsDoneOnceAndAllAreDoneWhenItReturns() {
        try (Team team = new Team(3)) {
            for (int round = 0; round < 2000; round++) {
                AtomicIntegerArray done = new AtomicIntegerArray(5);
                team.run(5, done::incrementAndGet);
                for (int part = 0; part < 5; part++) {
                    assertThat(done.get(part)).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void aThreadThatSleepsIsWoken() throws InterruptedException {
        try (Team team = new Team(2)) {
            Set<Thread> threads = ConcurrentHashMap.newKeySet();
            for (int round = 0; round < 1000 && threads.size() < 2; round++) {
                Thread.sleep(2);
                team.run(2, part -> {
                    threads.add(Thread.currentThread());
                    spend(1_000_000);
                });
            }
            assertThat(threads).hasSize(2).contains(Thread.currentThread());
        }
    }

    @Test
    void aThreadThatHelpsLeavesWithTheOneThatItHelps() {
        Stop stop = new Stop();
        AtomicBoolean helping = new AtomicBoolean();
        stop.when(helping::get);
        try (Team team = new Team(2, stop)) {
            // Which thread gets which part is chance; the one that runs the pass has nothing to do but wait.
            assertThatThrownBy(() -> {
                        while (true) {
                            team.run(2, part -> {
                                while (Team.isHand()) {
                                    helping.set(true);
                                    stop.check();
                                }
                                spend(1_000_000);
                            });
                        }
                    })
                    .isInstanceOf(CancellationException.class);
            helping.set(false);
            AtomicInteger done = new AtomicInteger();
            team.run(2, part -> {
                stop.check();
                done.incrementAndGet();
            });
            assertThat(done).as("parts of what comes after that").hasValue(2);
        }
    }

    @Test
    void eachThreadHasArraysOfItsOwn() {
        try (Team team = new Team(2)) {
            Blocks ofPass = new Blocks();
            Set<Blocks> seen = ConcurrentHashMap.newKeySet();
            for (int round = 0; round < 1000 && seen.size() < 2; round++) {
                team.run(2, part -> {
                    seen.add(Team.blocks(ofPass));
                    spend(1_000_000);
                });
            }
            assertThat(seen).hasSize(2).contains(ofPass);
        }
    }

    @Test
    void aMistakeInAPartIsThrownAndTheTeamGoesOn() {
        try (Team team = new Team(2)) {
            for (int bad = 0; bad < 2; bad++) {
                int wrong = bad;
                assertThatThrownBy(() -> team.run(2, part -> {
                            if (part == wrong) {
                                throw new IllegalStateException("part " + part);
                            }
                        }))
                        .hasMessage("part " + bad);
            }
            AtomicIntegerArray done = new AtomicIntegerArray(2);
            team.run(2, done::incrementAndGet);
            assertThat(done.get(0) + done.get(1)).isEqualTo(2);
        }
    }

    @Test
    void workInsideAPartStaysOnItsThread() {
        try (Team team = new Team(2)) {
            AtomicIntegerArray done = new AtomicIntegerArray(4);
            team.run(2, part -> {
                Thread mine = Thread.currentThread();
                team.run(2, inner -> {
                    assertThat(Thread.currentThread()).isSameAs(mine);
                    done.incrementAndGet(2 * part + inner);
                });
            });
            for (int i = 0; i < 4; i++) {
                assertThat(done.get(i)).isEqualTo(1);
            }
        }
    }

    @Test
    void aRangeIsCutIntoEqualPartsAtSteps() {
        try (Team team = new Team(3)) {
            assertThat(Together.ranges(team, 100, 16))
                    .containsExactly(
                            new Together.Range(0, 32), new Together.Range(32, 64), new Together.Range(64, 100));
            assertThat(Together.ranges(team, 20, 16))
                    .containsExactly(new Together.Range(0, 16), new Together.Range(16, 20));
        }
    }

    private static void spend(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
