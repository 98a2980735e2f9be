using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>interests.csv</c>: who has an interest in what that is no stake.</summary>
internal static class InterestsTable
{
    private const int Holder = 0, Subject = 1, Type = 2, Directness = 3, From = 4, To = 5, Seen = 6, Lapsed = 7, Sources = 8, Note = 9;

    public static readonly TableFormat Format = new("interests", [
        Column.Entity("holder", "who has it"),
        Column.Entity("subject", "in what"),
        Column.Word("type", "what it is", Vocabulary.InterestTypes),
        Column.Word("directness", "whether it is held through others", Vocabulary.Directnesses).Optional,
        Column.Date("from", "the first day"),
        Column.Date("to", "the first day on which it is no longer held"),
        Column.Date("seen", "the date that the source speaks of, where the first day is not known"),
        Column.Date("lapsed", "the day after which nobody confirmed it, though it was to be"),
        Column.Sources, Column.Note,
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var (holder, subject, validity) = (row.Id(Holder), row.Id(Subject), row.Validity(From, To, Seen) with { Lapsed = row.Date(Lapsed) });
        pack.Statements.Add(new OtherInterest
        {
            Id = row.Identify(holder.Value, subject.Value, row.Text(Type), validity.From?.ToString()),
            Holder = holder,
            Subject = subject,
            Type = row.Word(Type, Vocabulary.InterestTypes) ?? "",
            Directness = row.Text(Directness).Length == 0 ? "" : row.Word(Directness, Vocabulary.Directnesses) ?? "",
            Validity = validity,
            Sources = row.Sources(Sources),
            Note = row.Text(Note),
            Place = row.Place,
        });
    }
}
