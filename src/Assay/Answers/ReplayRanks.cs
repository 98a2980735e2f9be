using System.Globalization;
using Assay.Evidence;

namespace Assay.Answers;

/// <summary>Replays places on lists and among figures.</summary>
internal static class ReplayRanks
{
    public static StepValue? Recompute(ProofStep step) => step.Rule switch
    {
        ProofRule.Listed => Listed(step),
        ProofRule.RankedByFigures => ByFigures(step),
        _ => Stated(step),
    };

    private static StepValue.Place? Listed(ProofStep step)
    {
        var rows = step.Rows.OfType<Ranking>().ToList();
        var list = step.Rows.OfType<Completeness>().Single();
        var firms = step.Rows.OfType<Entity>().ToDictionary(entity => entity.EntityId);
        if (rows.Exists(row => row.List != step.Given.Object || row.Period.Days != step.Given.Days)) return null;
        if (list.Table != "rankings" || list.Subject != step.Given.Object || !ReplayTruths.Spans(list, step.Given.Days!.Value)) return null;
        var depth = Depth(list.Scope);
        var isAsked = rows.Zip(step.Inputs.IsEmpty ? rows.Select(_ => Truth.True) : step.Inputs.Select(input => ((StepValue.Truth)input.Value).Value)).ToList();
        var own = rows.Find(row => row.Subject == step.Given.Subject);
        if (depth == 0 || own?.Rank > depth) return null;
        for (var place = 1; place <= (own?.Rank ?? depth); place++)
            if (rows.Count(row => row.Rank <= place) < place) return null;
        EntityId Group(Ranking row) => firms[row.Subject].Parent ?? row.Subject;
        if (own is null)
            return new StepValue.Place(isAsked.Where(pair => pair.First.Rank <= depth && pair.Second == Truth.True).Select(pair => Group(pair.First)).Distinct().Count() + 1, int.MaxValue);

        var rivals = isAsked.Where(pair => pair.First != own && pair.Second != Truth.False).ToList();
        var best = rivals.Count(pair => pair.First.Rank < own.Rank && pair.Second == Truth.True) + 1;
        var worst = rivals.Count(pair => pair.First.Rank <= own.Rank) + 1;
        foreach (var group in rivals.Select(pair => pair.First).Where(row => firms[row.Subject].Parent is not null).GroupBy(Group).Where(group => group.Skip(1).Any()))
        {
            var before = group.Count(row => row.Rank < own.Rank);
            best -= before > 1 ? before - 1 : 0;
            if (before > 0) continue;
            var told = (own.Value ?? own.SharePercent) is not null && group.All(row => (row.Value ?? row.SharePercent) is not null);
            if (!told || group.Sum(row => row.Value ?? row.SharePercent) >= (own.Value ?? own.SharePercent)) worst++;
        }
        return new StepValue.Place(best < 1 ? 1 : best, worst < best ? best : worst);
    }

    private static StepValue.Place? ByFigures(ProofStep step)
    {
        var parts = step.Rows.OfType<Part>().ToList();
        var figures = step.Inputs.Where(input => input.Rule == ProofRule.Measured).Select(input => (Measure)input.Rows[0]).ToDictionary(row => row.Subject);
        var kinds = step.Rows.OfType<Entity>().ToDictionary(row => row.EntityId, row => row.Kind);
        if (parts.Exists(part => part.Whole != step.Given.Object || part.Period.Days != step.Given.Days || !figures.ContainsKey(part.Subject))) return null;
        if (figures.Values.Any(row => row.Status is RowStatus.Planned or RowStatus.Forecast || row.Period.Days != step.Given.Days || row.Unit != figures[step.Given.Subject!.Value].Unit)) return null;
        var own = ReplayFigures.Limits(figures[step.Given.Subject!.Value], step.Given.IsShaken);
        if (figures.TryGetValue(step.Given.Object!.Value, out var whole) && whole.Value.High - parts.Sum(part => figures[part.Subject].Value.Low) >= own.Low) return null;
        var (surelyBefore, perhapsBefore, hasRest) = (0, 0, false);
        var memberships = new Queue<ProofStep>(step.Inputs.Where(input => input.Rule != ProofRule.Measured));
        foreach (var part in parts.Where(part => part.Subject != step.Given.Subject))
        {
            var limits = ReplayFigures.Limits(figures[part.Subject], step.Given.IsShaken);
            if (kinds[part.Subject] == EntityKind.Group)
            {
                if (limits.High is not { } rest || rest >= own.Low) return null;
                hasRest = true;
                continue;
            }
            var member = memberships.Count > 0 ? ((StepValue.Truth)memberships.Dequeue().Value).Value : Truth.True;
            if (member == Truth.False) continue;
            if (member == Truth.True && limits.Low > own.High) surelyBefore++;
            if (limits.High is not { } top || top >= own.Low) perhapsBefore++;
        }
        return hasRest ? new StepValue.Place(surelyBefore + 1, perhapsBefore + 1) : null;
    }

    private static StepValue.Place? Stated(ProofStep step)
    {
        var rows = step.Rows.Cast<Measure>().ToList();
        return rows.Exists(row => row.Subject != step.Given.Subject || row.Unit != "rank" || row.Period.Days != step.Given.Days || row.Status != RowStatus.Reported)
            ? null
            : new StepValue.Place((int)rows.Min(row => row.Value.Low), (int)rows.Max(row => row.Value.High));
    }

    private static int Depth(string scope)
    {
        const string said = "complete to rank ";
        var at = scope.IndexOf(said, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return 0;
        var digits = string.Concat(scope.Skip(at + said.Length).TakeWhile(char.IsAsciiDigit).Take(4));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var depth) ? depth : 0;
    }
}
