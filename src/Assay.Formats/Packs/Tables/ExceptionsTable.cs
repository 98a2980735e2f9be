using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>exceptions.csv</c>: why the record does not say who owns or controls something.</summary>
internal static class ExceptionsTable
{
    private const int Subject = 0, About = 1, Says = 2, Reason = 3, From = 4, To = 5, Seen = 6, Sources = 7, Note = 8;

    public static readonly TableFormat Format = new("exceptions", [
        Column.Entity("subject", "whose owners or parent are not named"),
        Column.Word("about", "who is not named", Vocabulary.ExceptionSubjects),
        Column.Word("says", "whether there are any", Vocabulary.ParentsKnown),
        Column.Slug("reason", "why, as a code of the standard that it comes from"),
        Column.Date("from", "the first day"),
        Column.Date("to", "the first day on which it is no longer so"),
        Column.Date("seen", "the date that the source speaks of, where the first day is not known"),
        Column.Sources, Column.Note,
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var (subject, validity) = (row.Id(Subject), row.Validity(From, To, Seen));
        pack.Statements.Add(new DisclosureException
        {
            Id = row.Identify(subject.Value, row.Text(About), row.Text(Reason), validity.From?.ToString()),
            Subject = subject,
            About = row.Word(About, Vocabulary.ExceptionSubjects) ?? "",
            Says = row.Word(Says, Vocabulary.ParentsKnown),
            Reason = row.Slug(Reason),
            Validity = validity,
            Sources = row.Sources(Sources),
            Note = row.Text(Note),
            Place = row.Place,
        });
    }
}
