using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>operations.csv</c>: who runs an asset or holds its licence.</summary>
internal static class OperationsTable
{
    private const int Operator = 0, Asset = 1, Role = 2, From = 3, To = 4, Sources = 5, Note = 6;

    public static readonly TableFormat Format = new("operations", [
        Column.Entity("operator", "who runs it"),
        Column.Entity("asset", "what"),
        Column.Word("role", "for others, or as the holder of the licence", Vocabulary.Roles),
        Column.Date("from", "the first day"),
        Column.Date("to", "the first day on which it is no longer so"),
        Column.Sources, Column.Note,
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var (operatorId, asset, validity) = (row.Id(Operator), row.Id(Asset), row.Validity(From, To));
        pack.Statements.Add(new Operation
        {
            Id = row.Identify(operatorId.Value, asset.Value, validity.From?.ToString()),
            Operator = operatorId,
            Asset = asset,
            Role = row.Word(Role, Vocabulary.Roles) ?? "",
            Validity = validity,
            Sources = row.Sources(Sources),
            Note = row.Text(Note),
            Place = row.Place,
        });
    }
}
