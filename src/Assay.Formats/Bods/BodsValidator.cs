namespace Assay.Formats.Bods;

/// <summary>Says what is wrong with a file of BODS 0.4, or of 0.2 and 0.3 as it is upgraded: by the standard's schema and by what it asks beyond that.</summary>
internal static class BodsValidator
{
    /// <summary>Reads a file once, from its beginning to its end.</summary>
    /// <param name="file">The file, as messages call it.</param>
    /// <param name="stream">Its content.</param>
    /// <param name="today">No statement can be of a later day.</param>
    /// <param name="report">Takes each problem.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>How many statements the schema accepts.</returns>
    public static int Check(string file, Stream stream, DateOnly today, Action<Problem> report, CancellationToken cancellation = default) =>
        Index(file, stream, today, report, cancellation: cancellation).Count;

    /// <summary>Reads a file once, and keeps what reading its rows needs.</summary>
    /// <param name="file">The file, as messages call it.</param>
    /// <param name="stream">Its content.</param>
    /// <param name="today">No statement can be of a later day.</param>
    /// <param name="report">Takes each problem.</param>
    /// <param name="at">Statements of later days are left out; null: none is.</param>
    /// <param name="later">Told of each of them.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static IndexedFile Index(
        string file, Stream stream, DateOnly today, Action<Problem> report, DateOnly? at = null, Action<BodsStatement>? later = null, CancellationToken cancellation = default)
    {
        var (records, refused, older, count) = (new RecordIndex(), new HashSet<int>(), new OlderVersion(), 0);
        var (each, together) = (new StatementChecks(today, report), new RecordChecks(file, records, report));
        var statements = new BodsStatements(file, report) { Older = older };
        foreach (var statement in statements.Read(stream, number => refused.Add(number)))
        {
            cancellation.ThrowIfCancellationRequested();
            each.Check(statement);
            if (statement.Date > at)
            {
                refused.Add(statement.Frame.Number);
                later?.Invoke(statement);
                continue;
            }
            together.Check(statement);
            count++;
        }
        together.Finish();
        return new IndexedFile(count, records, refused, older, statements.End);
    }
}

/// <summary>A file that was read once.</summary>
/// <param name="Count">How many statements are taken.</param>
/// <param name="Records">What is remembered of their records.</param>
/// <param name="Refused">The numbers of the others.</param>
/// <param name="Older">How statements of an older version become ones of 0.4.</param>
/// <param name="End">Why it could not be read to its end; null: it could.</param>
internal sealed record IndexedFile(int Count, RecordIndex Records, IReadOnlySet<int> Refused, OlderVersion Older, Problem? End);
