using System.Globalization;
using Assay.Evidence;
using Assay.Linking;

namespace Assay.Formats.Linking;

/// <summary>Links many subjects on all processors, in the order in which they come, and makes rows of what it finds.</summary>
public static class LinkRun
{
    /// <summary>The decisions for subjects, as <see cref="Linker.Find"/> gives them, those that have been taken before left out.</summary>
    /// <param name="rules">What linking knows.</param>
    /// <param name="subjects">What is to be linked.</param>
    /// <param name="known">What it is linked to.</param>
    /// <param name="decided">The rows that are there.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static IEnumerable<LinkDecision> Find(LinkRules rules, IEnumerable<LinkedSubject> subjects, IReadOnlyList<LinkedSubject> known, IReadOnlyList<LinkRow> decided, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(subjects);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(decided);
        var linker = new Linker(rules, known);
        var before = Before(decided);
        return Linker.Together([.. subjects.AsParallel().AsOrdered().WithCancellation(cancellation).SelectMany(subject => linker.Find(subject, before.GetValueOrDefault(subject.Id)))], decided.Where(row => row.Outcome == LinkOutcome.Same).Select(row => row.SameAs));
    }

    /// <summary>A decision as a row of the table <c>links</c>.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="today">The day on which it was taken.</param>
    public static LinkRow RowOf(LinkDecision decision, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return new LinkRow(decision.Subject.Id, decision.Known.Id, decision.Outcome, decision.Judgement.Basis, today.ToString("O", CultureInfo.InvariantCulture), LinkRow.Program, decision.Judgement.Why);
    }

    private static Dictionary<string, Dictionary<string, LinkOutcome>> Before(IReadOnlyList<LinkRow> decided)
    {
        var before = new Dictionary<string, Dictionary<string, LinkOutcome>>(StringComparer.Ordinal);
        foreach (var row in decided)
        {
            Put(row.Entity, row.SameAs, row.Outcome);
            // Being the one that another is read as keeps an entity from nothing but that other.
            Put(row.SameAs, row.Entity, row.Outcome == LinkOutcome.Same ? LinkOutcome.Ask : row.Outcome);
        }
        return before;

        void Put(string entity, string other, LinkOutcome outcome)
        {
            if (!before.TryGetValue(entity, out var others)) before[entity] = others = new Dictionary<string, LinkOutcome>(StringComparer.Ordinal);
            others[other] = outcome;
        }
    }
}
