using System.Runtime.CompilerServices;

namespace Assay.Ownership;

/// <summary>The ultimate controllers.</summary>
public sealed partial class ControlMap
{
    /// <summary>Finds of every entity who surely controls it and, of its controllers, all others.</summary>
    /// <remarks>
    /// Of two entities that surely control a third by shares one controls the other: what the one comes to control first
    /// of what the other has, it has by a majority that the other cannot also hold. So there is one at the top, and
    /// it is controlled by nobody, unless those at the top control each other: then it is the one with the smallest index. Takes one
    /// visit of all controllers.
    /// </remarks>
    /// <param name="progress">Told the part done, ascending, from the threads that work.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>Per entity its ultimate controller, <see cref="Nobody"/> or <see cref="Several"/>.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public int[] FindUltimateControllers(IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var over = new List<JointControl>();
        Visit(
            () => new List<JointControl>(),
            AddJoint,
            over.AddRange,
            progress,
            cancellation);
        SortedList<int, TopControllers> ranked = RankJoint(over);
        int[] jointTops = [.. ranked.Keys];
        TopControllers[] rankedTops = [.. ranked.Values];
        int[] controllers = LargeMemory.Uninitialized<int>(EntityCount);
        Strands.Run(
            (int)(((long)EntityCount + Piece - 1) / Piece),
            Rule.Graph.Threads,
            piece => FillUltimate(jointTops, rankedTops, controllers, piece * Piece, Math.Min(EntityCount, (piece * Piece) + Piece)),
            cancellation);
        return controllers;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddJoint(List<JointControl> part, ControlGroup group)
    {
        foreach (int joint in group.Joined)
            part.Add(new JointControl(joint, group.Controller, group.Count));
    }

    /// <summary>Writes the ultimate controllers of the entities of some numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillUltimate(int[] jointTops, TopControllers[] ranked, int[] controllers, int from, int to)
    {
        unchecked
        {
            int[] entities = _forest.Entity;
            int top = _forest.TopOf(from);
            int joint = Array.BinarySearch(jointTops, top);
            joint = joint < 0 ? ~joint : joint;
            for (int number = from; number < to; top = number)
            {
                NumberRange tree = _forest.CoverOf(top);
                bool isJoint = joint < jointTops.Length && jointTops[joint] == top;
                TopControllers tops = isJoint ? ranked[joint++] : TopOfTree(top);
                for (int end = Math.Min(to, tree.End); number < end; number++)
                    controllers[entities[number]] = tops.Over(entities[number]);
            }
        }
    }

    /// <summary>Finds who surely controls an entity and, of its controllers, all others: see <see cref="FindUltimateControllers"/>.</summary>
    /// <param name="entity">The entity.</param>
    /// <returns>Its ultimate controller, <see cref="Nobody"/> or <see cref="Several"/>.</returns>
    /// <remarks>
    /// Takes no time where only sole majorities lead to the entity; otherwise one run of control for each entity
    /// above it.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="entity"/> is not an entity.</exception>
    public int FindUltimateController(int entity)
    {
        Rule.Graph.CheckEntity(entity);
        int top = _forest.TopOf(_forest.Number[entity]);
        int joint = Array.BinarySearch(_stakes.Top, top);
        return (joint < 0 ? TopOfTree(top) : Rank(top, FindOver(joint)) ?? TopOfTree(top)).Over(entity);
    }

    /// <summary>Who is at the top of a tree that nobody controls jointly.</summary>
    private TopControllers TopOfTree(int top)
    {
        int length = _forest.CircleLength(top);
        TopControllers tops = TopControllers.None.With(_forest.Entity[top], 0);
        for (int number = top + 1; number < top + length; number++)
            tops = tops.With(_forest.Entity[number], 0);
        return tops;
    }

    /// <summary>Who is at the top of the trees whose tops are controlled jointly, by the numbers of these.</summary>
    private SortedList<int, TopControllers> RankJoint(List<JointControl> over)
    {
        var ranked = new SortedList<int, TopControllers>();
        foreach (IGrouping<int, JointControl> joint in over.GroupBy(control => control.Joint))
        {
            int top = _stakes.Top[joint.Key];
            ranked.Add(top, Rank(top, [.. joint])!.Value);
        }

        return ranked;
    }

    /// <summary>Ranks those that control the top of a tree jointly, it being itself one that controls the rest of its tree.</summary>
    private TopControllers? Rank(int top, ReadOnlySpan<JointControl> over)
    {
        if (over.IsEmpty)
            return null;
        ControlRun run = NewRun();
        run.Spread(top);
        TopControllers tops = TopControllers.None.With(_forest.Entity[top], run.Count);
        foreach (JointControl control in over)
            tops = tops.With(control.Controller, control.Count);
        if (Rule.ByEntity.Length == 0)
            return tops;

        run.Spread(_forest.Number[tops.First]);
        foreach (JointControl control in over)
        {
            if (!run.Contains(_forest.Number[control.Controller]))
                return TopControllers.Several;
        }

        return tops;
    }

    /// <summary>Finds all that control an entity jointly, among those above it.</summary>
    private JointControl[] FindOver(int joint)
    {
        int entity = _forest.Entity[_stakes.Top[joint]];
        var found = new List<JointControl>();
        var seen = new HashSet<int> { entity };
        var waiting = new Stack<int>([entity]);
        ControlRun run = NewRun();
        while (waiting.TryPop(out int asset))
        {
            if (Rule.IsNeverSure(asset))
                continue;
            foreach (int owner in Rule.Graph.OwnersOf(asset))
                Look(owner);
            foreach (ControlPair pair in Rule.ConferredOver(asset))
                Look(pair.Controller);
        }

        return [.. found];

        void Look(int controller)
        {
            if (!seen.Add(controller))
                return;
            waiting.Push(controller);
            run.Spread(_forest.Number[controller]);
            if (run.Joined.Contains(joint))
                found.Add(new JointControl(joint, controller, run.Count));
        }
    }

    /// <summary>That a controller of so many controls an entity jointly.</summary>
    private readonly record struct JointControl(int Joint, int Controller, int Count);

    /// <summary>
    /// Those who control most of all that control a tree: by shares they have the same, so they control each other.
    /// Two of them suffice, as an entity is not its own ultimate controller.
    /// </summary>
    private readonly record struct TopControllers(int First, int Second, int Count)
    {
        public static TopControllers None => new(Nobody, Nobody, -1);

        public static TopControllers Several => new(ControlMap.Several, ControlMap.Several, 0);

        public TopControllers With(int controller, int count)
        {
            if (count < Count)
                return this;
            if (count > Count)
                return new TopControllers(controller, Nobody, count);
            if (controller < First)
                return this with { First = controller, Second = First };
            return Second == Nobody || controller < Second ? this with { Second = controller } : this;
        }

        public int Over(int entity) => entity == First ? Second : First;
    }
}
