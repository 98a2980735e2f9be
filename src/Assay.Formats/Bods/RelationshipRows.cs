using System.Globalization;
using Assay.Evidence;
using Assay.Formats.Imports;

namespace Assay.Formats.Bods;

/// <summary>
/// Rows of one relationship from all its statements. A statement that says the same goes on with the row; one that says something else ends it and begins
/// another: on its own start date where that is later than the start of what it replaces, else on the day on which it was declared. A record that is
/// closed, or an interest that a later statement no longer has, ends on the day of that statement, unless an end date is given.
/// </summary>
internal sealed class RelationshipRows(ImportSink sink)
{
    private readonly HashSet<string> _blocks = new(StringComparer.Ordinal);

    private sealed record OpenRow(InterestReading Interest, RelationshipReading Said, DateOnly? From);

    /// <summary>Takes what the statements say, by day.</summary>
    public void Add(IReadOnlyList<RelationshipReading> series)
    {
        var open = new Dictionary<string, OpenRow>(StringComparer.Ordinal);
        foreach (var said in series)
        {
            if (said.Block is { } block && _blocks.Add(block.Id))
                sink.Add(said.Line, "entities", ("id", block.Id), ("kind", "group"), ("name", block.Name), ("sources", said.Sources), ("note", block.Note));
            if (said.IsClosed) Close(open, said);
            else Go(open, said);
        }
        foreach (var row in open.Values) Write(row, row.Interest.End);
    }

    private void Go(Dictionary<string, OpenRow> open, RelationshipReading said)
    {
        var keys = said.Interests.Select(interest => interest.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, row) in open.Where(pair => !keys.Contains(pair.Key)).ToArray())
        {
            Write(row, Earlier(row.Interest.End, said.Day));
            open.Remove(key);
        }
        foreach (var interest in said.Interests)
        {
            if (!open.TryGetValue(interest.Key, out var row)) open[interest.Key] = new OpenRow(interest, said, interest.Start);
            else if (row.Interest.SaysAs(interest)) open[interest.Key] = row with { Interest = row.Interest with { End = interest.End ?? row.Interest.End, Start = row.Interest.Start ?? interest.Start }, From = row.From ?? interest.Start };
            else
            {
                var change = interest.Start > (row.From ?? DateOnly.MinValue) ? interest.Start.Value : said.Day;
                Write(row, Earlier(row.Interest.End, change));
                open[interest.Key] = new OpenRow(interest, said, change);
            }
        }
    }

    private void Close(Dictionary<string, OpenRow> open, RelationshipReading said)
    {
        // The statement that closes a record says what held last; of a record that has no other statement it is all there is.
        foreach (var interest in said.Interests)
        {
            if (open.Remove(interest.Key, out var row)) Write(row, interest.End ?? Earlier(row.Interest.End, said.Day));
            else Write(new OpenRow(interest, said, interest.Start), interest.End ?? said.Day);
        }
        foreach (var row in open.Values) Write(row, Earlier(row.Interest.End, said.Day));
        open.Clear();
    }

    private void Write(OpenRow row, DateOnly? to)
    {
        var ((interest, said, from), notes) = (row, row.Said.Notes);
        if (from >= to)
        {
            sink.Skip("interests that ended before they began", said.Line);
            return;
        }
        var seen = said.Day;
        var dates = new (string, string)[]
        {
            // A reason has no start day in the standard.
            ("from", interest.Table == "exceptions" && from is null && PartialDate.TryParse(notes.From, out _) ? notes.From : Text(from, notes.From)), ("to", Text(to, notes.To)),
            ("seen", notes.Seen == "-" || (from == seen && notes.Seen.Length == 0) ? "" : PartialDate.TryParse(notes.Seen, out var date) && date.Last == seen ? notes.Seen : Text(seen)),
        };
        sink.Add(said.Line, interest.Table, [.. interest.Cells, .. dates, ("sources", said.Sources), ("note", interest.Note)]);
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly other) => one < other ? one : other;

    private static string Text(DateOnly? day, string partial = "") =>
        day is not { } known ? "" : PartialDate.TryParse(partial, out var date) && date.First == known ? partial : known.ToString("O", CultureInfo.InvariantCulture);
}
