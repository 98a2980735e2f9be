using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>stakes.csv</c>: who holds what share of what.</summary>
internal static class StakesTable
{
    private const int Owner = 0, Asset = 1, Share = 2, Least = 3, Most = 4, In = 5, Status = 6, From = 7, To = 8, Seen = 9, Sources = 10, Note = 11;

    public static readonly TableFormat Format = new("stakes", [
        Column.Entity("owner", "who holds it"),
        Column.Entity("asset", "what is held"),
        Column.Percent("share_pct", "the share in percent, exact or central", "share"),
        Column.Limit("share_min", "the least it can be; >25 for more than 25", '>', "share"),
        Column.Limit("share_max", "the most it can be; <50 for less than 50", '<', "share"),
        Column.Word("interest", "in a field or venture, in a company's shares, or votes alone", Vocabulary.Interests),
        Column.Word("status", "how far it can be relied on", Vocabulary.StakeStatuses, "reported"),
        Column.Date("from", "the first day"),
        Column.Date("to", "the first day on which it is no longer held"),
        Column.Date("seen", "the date that the source speaks of, where the first day is not known"),
        Column.Sources, Column.Note,
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var (owner, asset, validity) = (row.Id(Owner), row.Id(Asset), row.Validity(From, To, Seen));
        var (share, central) = row.Range(Share, Least, Most, new Bounds(0, 100));
        pack.Statements.Add(new Stake
        {
            Id = row.Identify(owner.Value, asset.Value, Since(validity)),
            Owner = owner,
            Asset = asset,
            Share = share,
            Central = central,
            IsAboveLeast = row.Text(Least).StartsWith('>'),
            IsBelowMost = row.Text(Most).StartsWith('<'),
            Interest = row.Word(In, Vocabulary.Interests),
            StakeStatus = row.Word(Status, Vocabulary.StakeStatuses),
            Validity = validity,
            Sources = row.Sources(Sources),
            Note = row.Text(Note),
            Place = row.Place,
        });
    }

    private static string? Since(Validity validity) => validity switch
    {
        { From: { } from } => from.ToString(),
        { Seen: { } seen } => $"seen-{seen}",
        _ => null,
    };
}
