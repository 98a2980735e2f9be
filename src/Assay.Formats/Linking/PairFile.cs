using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Assay.Evidence;
using Assay.Linking;
using Sylvan.Data.Csv;

namespace Assay.Formats.Linking;

/// <summary>
/// Reads files of labelled pairs, described in <c>docs/formats/pairs.md</c>: CSV with a name in two columns, or JSON lines with two entities of FollowTheMoney.
/// </summary>
public static class PairFile
{
    private const int MostProblems = 100;
    private const int LongestCell = 1 << 16;

    /// <summary>Reads a file. What is wrong is added to the problems; the rows that can be read are given.</summary>
    /// <param name="name">What messages call the file.</param>
    /// <param name="bytes">The file, in UTF-8.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IReadOnlyList<LabelledPair> Read(string name, Stream bytes, ICollection<Problem> problems)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(problems);
        using var text = new StreamReader(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        try
        {
            return text.Peek() is '{' ? ReadJson(name, text, problems) : ReadCsv(name, text, problems);
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new Problem("encoding", name, 0, 0, "bytes that are no UTF-8", "UTF-8", "save the file as UTF-8"));
            return [];
        }
        catch (CsvFormatException error)
        {
            problems.Add(new Problem("csv", name, error.RowNumber, 0, error.Message, "CSV (RFC 4180)", "correct the quotes"));
            return [];
        }
    }

    /// <summary>The kind that a word means: one of the table <c>entities</c>, or a schema of FollowTheMoney.</summary>
    public static LinkedKind KindOf(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return PairColumns.KindOf(word);
    }

    private static List<LabelledPair> ReadCsv(string name, TextReader text, ICollection<Problem> problems)
    {
        var pairs = new List<LabelledPair>();
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = true, BufferSize = LongestCell, CsvStyle = CsvStyle.Standard });
        var header = Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetName(i).Trim().ToLowerInvariant()).ToArray();
        int Column(ImmutableArray<string> names) => Array.FindIndex(header, names.Contains);
        var (left, right, judgement, kind) = (Column(PairColumns.LeftName), Column(PairColumns.RightName), Column(PairColumns.Judgement), Column(PairColumns.Kind));
        if (left < 0 || right < 0 || judgement < 0)
        {
            problems.Add(new Problem("columns", name, 1, 1, string.Join(',', header), "left_name, right_name and judgement (or name1, name2 and is_match)", "name the columns so"));
            return pairs;
        }
        var (leftSide, rightSide) = (new Side(left, "left", Column), new Side(right, "right", Column));
        var line = 1;
        while (csv.Read())
        {
            line += Math.Max(1, csv.GetRawRecordSpan().TrimEnd('\n').Count('\n') + 1);
            string Cell(int column) => column >= 0 && column < csv.RowFieldCount ? csv.GetString(column).Trim() : "";
            if (PairColumns.Outcome(Cell(judgement)) is not { } label)
            {
                Report(problems, new Problem("judgement", name, line, judgement + 1, $"'{Cell(judgement)}'", "same | different | ask (or true | false, positive | negative | unsure)", "correct it"));
                continue;
            }
            if (Cell(left).Length == 0 || Cell(right).Length == 0)
            {
                Report(problems, new Problem("no-name", name, line, 0, "a row without both names", "a name on either side", "add it or delete the row"));
                continue;
            }
            var word = Cell(kind);
            pairs.Add(new LabelledPair(line.ToString(CultureInfo.InvariantCulture), word, leftSide.Subject(Cell, word), rightSide.Subject(Cell, word), label));
        }
        return pairs;
    }

    private static List<LabelledPair> ReadJson(string name, TextReader text, ICollection<Problem> problems)
    {
        var pairs = new List<LabelledPair>();
        for (var line = 1; text.ReadLine() is { } row; line++)
        {
            if (row.AsSpan().Trim().IsEmpty) continue;
            try
            {
                using var document = JsonDocument.Parse(row, new JsonDocumentOptions { MaxDepth = 32 });
                if (PairJson.Read(document.RootElement, line) is { } pair) pairs.Add(pair);
                else Report(problems, new Problem("pair", name, line, 0, "an object that is no pair", "left and right, each with properties.name, and judgement", "correct the line"));
            }
            catch (JsonException error)
            {
                Report(problems, new Problem("json", name, line, (int)(error.BytePositionInLine ?? 0) + 1, "a line that is no JSON", "one object a line", "correct the syntax"));
            }
        }
        return pairs;
    }

    private static void Report(ICollection<Problem> problems, Problem problem)
    {
        if (problems.Count < MostProblems) problems.Add(problem);
    }

    /// <summary>The columns of one side.</summary>
    private sealed class Side(int name, string side, Func<ImmutableArray<string>, int> column)
    {
        private readonly int _aliases = column(PairColumns.Of(side, "aliases")), _country = column(PairColumns.Of(side, "country")), _date = column(PairColumns.Of(side, "date")),
            _identifiers = column(PairColumns.Of(side, "identifiers")), _kind = column(PairColumns.Of(side, "kind"));

        public LinkedSubject Subject(Func<int, string> cell, string kind) => new()
        {
            Id = side,
            Kind = PairColumns.KindOf(cell(_kind) is { Length: > 0 } own ? own : kind),
            Names = [cell(name), .. List(cell(_aliases))],
            Countries = [.. List(cell(_country))],
            Identifiers = [.. List(cell(_identifiers))],
            Began = PartialDate.TryParse(cell(_date), out var date) ? date : null,
        };

        private static string[] List(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
