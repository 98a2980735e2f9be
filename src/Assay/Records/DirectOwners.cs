using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;

namespace Assay.Records;

/// <summary>Who holds the stakes in an asset or company itself, before any chain is followed, and what a company holds.</summary>
internal static class DirectOwners
{
    /// <summary>The holders of the asset, or of the company that has its licence; the part that no row tells last.</summary>
    public static RecordTable Table(RecordDesk desk, EntityId asset)
    {
        var (held, licence) = Of(desk, asset);
        var owned = licence?.Operator ?? asset;
        var table = desk.Table("owners", desk.Say("record-own-direct", ("asset", desk.Evidence.NameOf(owned)), ("days", desk.When.ToString())), "owner", "state", "share", "from", "status");
        var nationalities = new Nationalities(desk.Inquiry, desk.When);
        var lists = StakeRows.Lists(desk.Inquiry, owned, desk.When);
        var notes = new List<string>();
        if (licence is not null) notes.Add(desk.Say("record-own-licence", ("asset", desk.Evidence.NameOf(asset)), ("company", desk.Evidence.NameOf(owned))));
        if (held.IsEmpty) notes.Add(desk.Say("record-own-none", ("asset", desk.Evidence.NameOf(owned))));
        notes.AddRange(lists.Where(row => row.Covers is { Low: >= 100 }).Take(1).Select(row => desk.Say("record-list-whole", ("days", desk.When.ToString()), ("scope", row.Scope), ("row", row.Place.ToString()))));
        var (low, high) = (held.Sum(step => step.Figure.Low), held.Sum(step => step.Figure.High));
        if (low > StakeTellings.Most) notes.Add(desk.Say("record-own-contradicts", ("sum", Inquiry.Show(Bounds.Exactly(low)))));
        var isWhole = lists.Any(row => row.Covers is { Low: >= 100 });
        var unknown = new Bounds(Math.Clamp(100 - high, 0, 100), Math.Clamp(100 - low, 0, 100));
        return table with
        {
            Rows =
            [
                .. held.OrderByDescending(step => step.Figure.Low).ThenByDescending(step => step.Figure.High).Select(step => Row(desk, step, nationalities)),
                .. isWhole || held.IsEmpty || unknown.High <= 0 ? ImmutableArray<RecordRow>.Empty : [new RecordRow([Cell.Of(desk.Say("slice-unknown")), Cell.None, new Cell.Figure(unknown, "%"), Cell.None, Cell.None], [])],
            ],
            Notes = [.. notes],
        };
    }

    /// <summary>The stakes in an asset over the days, and the licence through which they are held, if it has none itself.</summary>
    public static (ImmutableArray<ProofStep> Held, Operation? Licence) Of(RecordDesk desk, EntityId asset)
    {
        var held = StakeRows.Held(desk.Inquiry, asset, desk.When);
        if (!held.IsEmpty) return (held, null);
        var rows = desk.Evidence.OperationsOn(asset)
            .Where(row => row.Role is "licence-holder" or "joint-venture" && row.Validity.HoldsOn(desk.When, fromAlways: true) == Truth.True).ToList();
        return rows is [var licence] && licence.Operator != asset ? (StakeRows.Held(desk.Inquiry, licence.Operator, desk.When), licence) : (held, null);
    }

    /// <summary>What a company or state holds over the days.</summary>
    public static RecordTable Holdings(RecordDesk desk, EntityId owner)
    {
        var rows = desk.Evidence.StakesOf(owner).Where(row => StakeRows.IsOwned(row)).Select(row => (Row: row, Holds: row.Validity.HoldsOn(desk.When)))
            .Where(pair => pair.Holds != Truth.False).OrderByDescending(pair => pair.Holds).ThenByDescending(pair => pair.Row.Share.Low);
        return desk.Table("holds", desk.Say("record-own-holds", ("owner", desk.Evidence.NameOf(owner)), ("days", desk.When.ToString())), "asset", "state", "share", "from") with
        {
            Rows = [.. rows.Select(pair => new RecordRow(
                [desk.Named(pair.Row.Asset), desk.Named(desk.StateOf(pair.Row.Asset)), new Cell.Figure(pair.Row.Share, "%"), Cell.Of(pair.Row.Validity.From)], [pair.Row])
                { Holds = pair.Holds, Remarks = Seen(desk, pair.Row) })],
        };
    }

    private static RecordRow Row(RecordDesk desk, ProofStep step, Nationalities nationalities)
    {
        var rows = step.Rows.OfType<Stake>().ToImmutableArray();
        var nationality = nationalities.Of(step.Given.Subject!.Value);
        return new RecordRow(
            [desk.Named(step.Given.Subject), desk.Named(((StepValue.Named)nationality.Value).Value), new Cell.Figure(step.Figure, "%"),
                Cell.Of(rows is [var one] ? one.Validity.From : null), desk.Slug("status", RecordWords.Kebab(rows.Max(row => row.StakeStatus)))],
            [.. rows, .. nationality.Rows])
        {
            Holds = rows.Any(row => row.Validity.HoldsOn(desk.When) == Truth.True) ? Truth.True : Truth.Unknown, Proof = step, Remarks = Seen(desk, [.. rows]),
        };
    }

    private static ImmutableArray<string> Seen(RecordDesk desk, params ImmutableArray<Stake> rows) =>
        [.. rows.Where(row => row.Validity is { From: null, Seen: not null }).Select(row => desk.Say("remark-seen", ("seen", row.Validity.Seen!.Value.ToString()))).Distinct()];
}
