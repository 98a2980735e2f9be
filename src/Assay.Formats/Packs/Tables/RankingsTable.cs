using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>rankings.csv</c>: places on published lists.</summary>
internal static class RankingsTable
{
    private const int List = 0, Indicator = 1, In = 2, Subject = 3, Rank = 4, Value = 5, Share = 6, Sources = 7, Note = 8;

    public static readonly TableFormat Format = new("rankings", [
        Column.Slug("list", "the published list, one slug for each"),
        Column.Slug("indicator", "what it ranks by"),
        Column.Period("the period that it is of"),
        Column.Entity("subject", "who stands on it"),
        Column.Rank("rank", "at which place"),
        Column.Number("value", "with which figure"),
        Column.Percent("share_pct", "with which share, in percent"),
        Column.Sources, Column.Note,
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var (list, subject) = (row.Id(List), row.Id(Subject));
        pack.Statements.Add(new Ranking
        {
            Id = row.Identify(list.Value, subject.Value),
            List = list,
            Indicator = row.Slug(Indicator),
            Period = row.Period(In),
            Subject = subject,
            Rank = RankOf(row),
            Value = row.Number(Value),
            SharePercent = row.Number(Share),
            Sources = row.Sources(Sources),
            Note = row.Text(Note),
            Place = row.Place,
        });
    }

    private static int RankOf(TableRow row)
    {
        var rank = row.Number(Rank);
        if (rank is >= 1 and <= 1_000_000 && rank == decimal.Truncate(rank.Value)) return (int)rank.Value;
        if (rank is not null || row.Text(Rank).Length == 0)
            row.Report(Rank, "bad-number", $"'{row.Text(Rank)}'", "a whole number from 1", "write the place on the list");
        return 1;
    }
}
