using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>regimes.csv</c>: under which kind of contract an asset is exploited.</summary>
internal static class RegimesTable
{
    private const int Asset = 0, Kind = 1, From = 2, To = 3, Sources = 4, Note = 5;

    public static readonly TableFormat Format = new("regimes", [
        Column.Entity("asset", "what is exploited"),
        Column.Word("regime", "under what kind of contract", Vocabulary.Regimes),
        Column.Date("from", "the first day"),
        Column.Date("to", "the first day on which it is no longer so"),
        Column.Sources, Column.Note,
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var (asset, kind, validity) = (row.Id(Asset), row.Word(Kind, Vocabulary.Regimes) ?? "", row.Validity(From, To));
        pack.Statements.Add(new Regime
        {
            Id = row.Identify(asset.Value, kind, validity.From?.ToString()),
            Asset = asset,
            RegimeKind = kind,
            Validity = validity,
            Sources = row.Sources(Sources),
            Note = row.Text(Note),
            Place = row.Place,
        });
    }
}
