using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>propositions.csv</c>: what is disputed, in neutral words. Sources stand with those who assert or deny it.</summary>
internal static class PropositionsTable
{
    private const int Id = 0, Sentence = 1;

    public static readonly TableFormat Format = new("propositions", [Column.Id("the proposition's id"), Column.Title("statement", "what is disputed, in neutral words")], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var id = row.Slug(Id);
        pack.Statements.Add(new Proposition
        {
            Id = row.IdentifyUnique(id),
            PropositionId = id,
            Sentence = row.Required(Sentence),
            Sources = [],
            Place = row.Place,
        });
    }
}
