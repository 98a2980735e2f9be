using System.Buffers;
using System.Runtime.CompilerServices;

namespace Assay.Ownership;

/// <content>What each entity holds of given values.</content>
public sealed partial class OwnershipSolver
{
    /// <summary>
    /// Solves x = v + W x with the least recorded shares: what each entity is sure to hold, directly and through all
    /// chains and cross-holdings. One pass over the stakes; the first also lays them out.
    /// </summary>
    /// <remarks>
    /// With exact shares this is integrated ownership. A group's share of the total is then at least the sum of its
    /// terminals' x, and at most that and the unknown part, for all groups at once (<see cref="Total(Amounts, Grouping,
    /// Span{AmountInterval}, int)"/>); <see cref="FindGroupShares"/> is tighter only where complete assets have ranges. An entity
    /// within a cycle counts the value that passes it as often as it passes, as the model has it; a terminal never counts
    /// anything twice. Members of a closed cycle show what reaches them, counted once.
    /// </remarks>
    /// <param name="values">Own values.</param>
    /// <param name="held">Receives what each entity holds, in the same unit. May be <paramref name="values"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The amounts are of another solver, or not equally many vectors.</exception>
    public void FindHeld(Amounts values, Amounts held)
    {
        CheckMine(values);
        CheckMine(held);
        if (values.VectorCount != held.VectorCount)
            throw new ArgumentException($"There are {values.VectorCount} vectors of values and room for {held.VectorCount}.", nameof(held));
        HoldingRows rows = _holdings.Value;
        Array.Clear(held.Missed);
        int vectors = values.VectorCount;
        double[] from = values.ByPlace;
        double[] to = held.ByPlace;
        _schedule.RunUp(i =>
        {
            ref readonly Chunk chunk = ref _schedule[i];
            if (vectors == 1)
                rows.Sum(chunk, from, to);
            else
                rows.Sum(chunk, vectors, from, to);
            for (int cycle = chunk.Cycles.First; cycle < chunk.Cycles.End; cycle++)
                PassRound(cycle, held);
        });
    }

    /// <summary>Adds up where the values went.</summary>
    /// <param name="held">What <see cref="FindHeld"/> found.</param>
    /// <param name="vector">Which vector, 0 to one below the amounts' count.</param>
    /// <returns>The totals with a bound of the rounding error.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="held"/> is null.</exception>
    /// <exception cref="ArgumentException">The amounts are of another solver.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="vector"/> is not one of theirs.</exception>
    public HeldTotals Total(Amounts held, int vector = 0) => Total(held, NoGroups(), [], vector);

    /// <summary>
    /// Adds up, group by group, where the values went. The lower bound of a group is what its terminals are sure to hold;
    /// the upper bound adds all that is unknown, since it may belong to someone in the group. Both include rounding.
    /// </summary>
    /// <param name="held">What <see cref="FindHeld"/> found.</param>
    /// <param name="grouping">Who counts for which group.</param>
    /// <param name="bounds">Receives one interval per group.</param>
    /// <param name="vector">Which vector, 0 to one below the amounts' count.</param>
    /// <returns>The totals of all groups together and of what is in none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Amounts or grouping are of another solver, or there is not one place per group.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="vector"/> is not one of theirs.</exception>
    public HeldTotals Total(Amounts held, Grouping grouping, Span<AmountInterval> bounds, int vector = 0)
    {
        CheckMine(held);
        ArgumentNullException.ThrowIfNull(grouping);
        if (grouping.Solver != this)
            throw new ArgumentException("The grouping is of another solver.", nameof(grouping));
        if (bounds.Length != grouping.GroupCount)
            throw new ArgumentException($"There are {grouping.GroupCount} groups and {bounds.Length} places.", nameof(bounds));
        if (vector < 0 || vector >= held.VectorCount)
            throw new ArgumentOutOfRangeException(nameof(vector), vector, $"There are {held.VectorCount} vectors.");

        var sums = new GroupSums(grouping, _rest.Value, _excess);
        sums.Add(_schedule, _holdings.Value, held, vector, Graph);
        double error = sums.Error;
        for (int cycle = 0; cycle < _cycles.Length; cycle++)
            error += held.Missed[(cycle * held.VectorCount) + vector];
        for (int group = 0; group < bounds.Length; group++)
        {
            double low = sums.KeptBy(group);
            bounds[group] = new AmountInterval(Math.Max(0, low - error), low + sums.Unknown + error);
        }

        return new HeldTotals(sums.Kept + sums.Unknown, sums.Kept, sums.Unknown, error);
    }

    /// <summary>Lays out groups of terminal entities for <see cref="Total(Amounts, Grouping, Span{AmountInterval}, int)"/>.</summary>
    /// <param name="groupOf">Gives an entity's group, or -1. Asked only of terminal entities that value reaches, once each.</param>
    /// <param name="groupCount">How many groups.</param>
    /// <returns>The grouping.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="groupOf"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A group is not one of them.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Grouping Group(Func<int, int> groupOf, int groupCount)
    {
        ArgumentNullException.ThrowIfNull(groupOf);
        ArgumentOutOfRangeException.ThrowIfNegative(groupCount);
        int[] groupAt = LargeMemory.Uninitialized<int>(Count);
        ReadOnlySpan<bool> terminal = _terminal;
        for (int number = 0; number < groupAt.Length; number++)
        {
            if (number + 16 < groupAt.Length)
                Ahead.Fetch(terminal, _reach.EntityOf(number + 16));
            int entity = _reach.EntityOf(number);
            int group = terminal[entity] ? groupOf(entity) : -1;
            if (group < -1 || group >= groupCount)
                throw new ArgumentOutOfRangeException(nameof(groupOf), group, $"Entity {entity}: groups are 0 to {groupCount - 1}, or -1.");
            groupAt[_order.PlaceOf[number]] = group;
        }

        return new Grouping(this, groupAt, groupCount);
    }

    private Grouping NoGroups() => new(this, [], 0);

    private void CheckMine(Amounts amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        if (amounts.Solver != this)
            throw new ArgumentException("The amounts are of another solver.", nameof(amounts));
    }

    /// <summary>Solves a cycle whose members have what reaches them from outside, and takes note of what misses.</summary>
    private void PassRound(int index, Amounts held)
    {
        CycleBlock cycle = _cycles[index];
        if (cycle.Block is null)
            return;
        int count = cycle.Places.Count;
        double[] rented = ArrayPool<double>.Shared.Rent(2 * count);
        Span<double> solution = rented.AsSpan(0, count);
        Span<double> check = rented.AsSpan(count, count);
        for (int vector = 0; vector < held.VectorCount; vector++)
        {
            bool empty = true;
            for (int i = 0; i < count; i++)
            {
                check[i] = solution[i] = held.ByPlace[((cycle.Places.First + i) * held.VectorCount) + vector];
                empty &= check[i] == 0;
            }

            if (empty)
                continue;
            cycle.Block.SolveHeld(solution);
            double drift = cycle.AddHeldInside(solution, check);
            double residual = 0;
            for (int i = 0; i < count; i++)
            {
                residual += Math.Abs(check[i] - solution[i]);
                held.ByPlace[((cycle.Places.First + i) * held.VectorCount) + vector] = solution[i];
            }

            held.Missed[(index * held.VectorCount) + vector] = residual + (drift * Rounding.Unit);
        }

        ArrayPool<double>.Shared.Return(rented);
    }
}
