package chainrule.trace;

import chainrule.exec.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which place in one pass is the same moment as a place in another, of a graph that may be a different one. Both passes
 * begin, turn back and end together: forward, backward and updates are paired each on their own. In each, steps of the
 * same kind and of the node or slot of the same name are partners, as many of them as come in the same order in both;
 * between two partners, the steps without one are gone through evenly, by position.
 */
public final class Pairing {
    private final int[] there;

    private Pairing(int[] there) {
        this.there = there;
    }

    public static Pairing of(Trace here, Trace there) {
        int[] places = new int[here.steps().size() + 1];
        int[] from = phases(here);
        int[] to = phases(there);
        for (int phase = 1; phase < from.length; phase++) {
            List<int[]> anchors = new ArrayList<>();
            anchors.add(new int[] {from[phase - 1], to[phase - 1]});
            anchors.addAll(partners(
                    here.steps().subList(from[phase - 1], from[phase]),
                    there.steps().subList(to[phase - 1], to[phase]),
                    anchors.get(0)));
            anchors.add(new int[] {from[phase], to[phase]});
            for (int i = 1; i < anchors.size(); i++) {
                fill(places, anchors.get(i - 1), anchors.get(i));
            }
        }
        return new Pairing(places);
    }

    /** How many steps are done there when so many are done here. */
    public int done(int done) {
        return there[done];
    }

    /** Where the phases begin and end: nothing done, all forward, the whole pass, all updates. */
    private static int[] phases(Trace trace) {
        int forward = 0;
        while (forward < trace.passSteps() && trace.steps().get(forward) instanceof Step.Forward) {
            forward++;
        }
        return new int[] {0, forward, trace.passSteps(), trace.steps().size()};
    }

    /** A step that may be there several times, with the number of those before it. */
    private record Occurrence(Step step, int before) {}

    private static List<Occurrence> counted(List<Step> steps) {
        Map<Step, Integer> seen = new HashMap<>();
        return steps.stream()
                .map(step -> new Occurrence(step, seen.merge(step, 1, Integer::sum) - 1))
                .toList();
    }

    /** The places behind the longest row of partners that come in the same order in both. */
    private static List<int[]> partners(List<Step> here, List<Step> there, int[] begin) {
        Map<Occurrence, Integer> places = new HashMap<>();
        List<Occurrence> others = counted(there);
        for (int i = 0; i < others.size(); i++) {
            places.put(others.get(i), i);
        }
        List<int[]> pairs = new ArrayList<>();
        List<Occurrence> own = counted(here);
        for (int i = 0; i < own.size(); i++) {
            Integer partner = places.get(own.get(i));
            if (partner != null) {
                pairs.add(new int[] {begin[0] + i + 1, begin[1] + partner + 1});
            }
        }
        return longestRising(pairs);
    }

    /** The longest part of a list, in its order, whose second numbers rise. */
    private static List<int[]> longestRising(List<int[]> pairs) {
        int[] ends = new int[pairs.size()];
        int[] before = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) / 2;
                if (pairs.get(ends[middle])[1] < pairs.get(i)[1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : ends[low - 1];
            ends[low] = i;
            length = Math.max(length, low + 1);
        }
        int[][] row = new int[length][];
        for (int i = length - 1, at = length == 0 ? -1 : ends[length - 1]; i >= 0; i--, at = before[at]) {
            row[i] = pairs.get(at);
        }
        return Arrays.asList(row);
    }

    private static void fill(int[] places, int[] from, int[] to) {
        int wide = to[0] - from[0];
        for (int i = 1; i < wide; i++) {
            places[from[0] + i] = from[1] + (int) ((long) i * (to[1] - from[1]) / wide);
        }
        places[to[0]] = to[1];
    }
}
