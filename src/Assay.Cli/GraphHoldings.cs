using Assay.Formats.Graphs;
using Assay.Ownership;

namespace Assay.Cli;

/// <summary>What belongs to whom of some assets: each amount goes up from owner to owner until it comes to one whom nobody is known to own.</summary>
internal sealed class GraphHoldings
{
    private readonly GraphData _data;
    private readonly GraphValues _values;
    private readonly bool[] _terminal;

    public GraphHoldings(GraphData data, GraphValues values)
    {
        (_data, _values) = (data, values);
        _terminal = new bool[data.Capital.EntityCount];
        data.Capital.MarkUnowned(_terminal);
    }

    /// <summary>What groups of final owners hold, by the word that stands for the group of each.</summary>
    public (AmountInterval[] Bounds, HeldTotals Totals) ByWord(Categories words)
    {
        var (solver, held) = Solve(_terminal);
        var codes = words.Codes.ToArray();
        return Bounds(solver, held, entity => codes[entity], words.Words.Count);
    }

    /// <summary>What each final owner holds that holds anything.</summary>
    public (int[] Owners, AmountInterval[] Bounds, HeldTotals Totals) ByOwner()
    {
        var (solver, held) = Solve(_terminal);
        var owners = new List<int>();
        var groupOf = new Dictionary<int, int>();
        for (var entity = 0; entity < _terminal.Length; entity++)
        {
            if (!_terminal[entity] || held[entity] <= 0) continue;
            groupOf.Add(entity, owners.Count);
            owners.Add(entity);
        }
        var (bounds, totals) = Bounds(solver, held, entity => groupOf.GetValueOrDefault(entity, -1), owners.Count);
        return ([.. owners], bounds, totals);
    }

    /// <summary>What one owner holds, whoever owns it in turn: what reaches it goes no further.</summary>
    public (AmountInterval Bounds, HeldTotals Totals) Of(int owner)
    {
        var terminal = _terminal.ToArray();
        terminal[owner] = true;
        var (solver, held) = Solve(terminal);
        var (bounds, totals) = Bounds(solver, held, entity => entity == owner ? 0 : -1, 1);
        return (bounds[0], totals);
    }

    private (OwnershipSolver Solver, Amounts Held) Solve(bool[] terminal)
    {
        var solver = OwnershipSolver.PrepareAbove(_data.Capital, terminal, _values.Entities.Span);
        var amounts = solver.NewAmounts();
        for (var i = 0; i < _values.Entities.Length; i++) amounts[_values.Entities.Span[i]] = _values.Amounts.Span[i];
        solver.FindHeld(amounts, amounts);
        return (solver, amounts);
    }

    private static (AmountInterval[] Bounds, HeldTotals Totals) Bounds(OwnershipSolver solver, Amounts held, Func<int, int> groupOf, int groups)
    {
        var bounds = new AmountInterval[groups];
        var totals = solver.Total(held, solver.Group(groupOf, groups), bounds);
        return (bounds, totals);
    }
}
