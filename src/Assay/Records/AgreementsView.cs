using System.Collections.Immutable;
using System.Globalization;
using Assay.Answers;
using Assay.Evidence;

namespace Assay.Records;

/// <summary>The agreements of a party, or between two: signed when, in force or not on the days asked about.</summary>
public static class AgreementsView
{
    /// <summary>The agreements over some days.</summary>
    /// <param name="evidence">The record.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="parties">One party or two; all of them must be parties, a state also by its offices.</param>
    /// <param name="kinds">Kinds and topics, any of which will do; empty: all.</param>
    /// <param name="when">The days.</param>
    public static RecordView Of(EvidenceSnapshot evidence, RuleSet rules, ImmutableArray<EntityId> parties, ImmutableArray<string> kinds, DayRange when)
    {
        var desk = new RecordDesk(evidence, rules, when);
        var names = desk.Inquiry.Names(parties);
        var known = Between(desk, parties).Where(row => kinds.IsEmpty || kinds.Contains(row.Kind) || row.Topics.Any(topic => kinds.Contains(topic))).ToList();
        var present = known.Where(row => InForce(desk, row) != Truth.False).ToList();
        var table = Listed(desk, "agreements", desk.Say("record-agreements", ("days", when.ToString())), parties, present) with { Picture = Line(desk, known) };
        var past = Listed(desk, "ended", desk.Say("record-agreements-ended"), parties, [.. known.Except(present)]);
        var lists = parties.SelectMany(party => desk.Lists("agreements", party)).ToImmutableArray();
        var completeness = desk.Table("completeness", desk.Say("record-lists"), "scope", "covers", "from", "to", "speaks") with { Rows = lists };
        return desk.View("agreements", desk.Say(parties.Length > 1 ? "record-agreements-between" : "record-agreements-of", ("parties", names)),
            [table with { Notes = [desk.Say(known.Count == 0 ? "record-agreements-none" : "record-agreements-open", ("parties", names))] },
                .. new[] { past, completeness }.Where(one => one.Rows.Length > 0)]);
    }

    /// <summary>The agreements known by the last of the days of which all these are parties, the latest first.</summary>
    internal static IEnumerable<Agreement> Between(RecordDesk desk, ImmutableArray<EntityId> parties) => desk.Inquiry.Agreements
        .Where(row => parties.All(party => AgreementMatch.IsParty(desk.Evidence, row, party)))
        .Where(row => (row.Signed ?? row.InForce) is not { } begun || begun.First <= desk.When.Last)
        .OrderByDescending(row => (row.Signed ?? row.InForce)?.First ?? DateOnly.MinValue).ThenBy(row => row.AgreementId.Value, StringComparer.Ordinal);

    internal static RecordTable Listed(RecordDesk desk, string id, string title, ImmutableArray<EntityId> asked, IReadOnlyCollection<Agreement> rows) =>
        desk.Table(id, title, "agreement", "kind", "others", "signed", "in-force", "ended", "agreement-state") with { Rows = [.. rows.Select(row => Row(desk, row, asked))] };

    /// <summary>Whether an agreement was in force on the days; unknown where entry into force was not seen.</summary>
    internal static Truth InForce(RecordDesk desk, Agreement row) => AgreementMatch.InForceOn(row, Replacement(desk, row), desk.When);

    /// <summary>In words what it was on the days.</summary>
    internal static string State(RecordDesk desk, Agreement row) => InForce(desk, row) switch
    {
        Truth.True => desk.Say("state-in-force"),
        Truth.False => AgreementMatch.SignedBy(row, desk.When) == Truth.False ? desk.Say("state-not-signed") : HasBegun(desk, row) ? desk.Say("state-ended") : desk.Say("state-not-begun"),
        _ when AgreementMatch.SignedBy(row, desk.When) != Truth.True => desk.Say("state-signing-unsure"),
        _ => desk.Say(row.AgreementStatus == "signed" ? "state-signed" : "state-unsure"),
    };

    private static bool HasBegun(RecordDesk desk, Agreement row) => (row.InForce ?? row.Signed) is { } begin && begin.First <= desk.When.Last;

    private static Agreement? Replacement(RecordDesk desk, Agreement row) =>
        row.ReplacedBy is { } id ? desk.Inquiry.Agreements.FirstOrDefault(other => other.AgreementId == id) : null;

    private static RecordRow Row(RecordDesk desk, Agreement row, ImmutableArray<EntityId> asked)
    {
        var others = row.Parties.Except(asked).Where(party => desk.StateOf(party) is not { } state || state == party || !asked.Contains(state)).ToImmutableArray();
        var parties = others.Length <= 2 ? desk.Inquiry.Names(others) : desk.Say("record-parties-many", ("count", others.Length.ToString(CultureInfo.InvariantCulture)));
        var truth = InForce(desk, row);
        var replacement = Replacement(desk, row);
        return new RecordRow(
            [Cell.Of(row.Title), desk.Slug("kind", row.Kind), Cell.Of(parties), Cell.Of(row.Signed), Cell.Of(row.InForce), Cell.Of(row.Ended), new Cell.Holds(truth, State(desk, row))],
            replacement is null ? [row] : [row, replacement])
        {
            Holds = truth == Truth.False ? Truth.True : truth,
            Proof = new ProofStep
            {
                Rule = ProofRule.InForce, Text = $"{row.Title}: {State(desk, row)}", Value = new StepValue.Truth(truth),
                Rows = replacement is null ? [row] : [row, replacement], Given = new Given { Days = desk.When },
            },
        };
    }

    internal static RecordPicture.TimeLine? Line(RecordDesk desk, IEnumerable<Agreement> rows)
    {
        ImmutableArray<TimeBar> bars = [.. rows.Where(row => (row.Signed ?? row.InForce) is not null)
            .OrderBy(row => row.Signed ?? row.InForce)
            .Select(row => new TimeBar(row.Title, row.InForce ?? row.Signed, End(row), InForce(desk, row)))];
        return bars.Length > 1 ? new RecordPicture.TimeLine(bars, desk.When.Last) : null;
        PartialDate? End(Agreement row) => row.Ended ?? (Replacement(desk, row) is { } next ? next.InForce ?? next.Signed : null);
    }
}
