using System.Runtime.InteropServices;

namespace Assay.Formats.Graphs;

/// <summary>What a file of entities gives: their ids in the order of the file, and what is said of each.</summary>
internal sealed record Entities(EntityIds Ids, Categories? Countries, Categories? Kinds, bool[] Complete);

/// <summary>Reads <c>entity,country,kind,complete</c>, of which all but the first may be missing.</summary>
internal sealed class EntitiesFile
{
    private readonly GraphProblems _problems;
    private readonly string _file;
    private readonly EntityIdsBuilder _ids;
    private readonly int _expected;
    private readonly Column _countries = new();
    private readonly Column _kinds = new();
    private bool[] _complete = [];
    private bool _hasComplete;

    private EntitiesFile(string file, GraphProblems problems)
    {
        _file = file;
        _problems = problems;
        // Room for what the file may hold at the most is room that is not touched, and need not grow while it is read.
        var bytes = new FileInfo(file) is { Exists: true } info ? info.Length : 0;
        _expected = (int)Math.Min(bytes / 16, 1 << 28);
        _ids = new EntityIdsBuilder(_expected, bytes * 2 / 3);
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataFileException">There is any problem in it.</exception>
    public static Entities Read(string file, GraphReading reading)
    {
        var all = new EntitiesFile(file, reading.Problems);
        var has = (Country: false, Kind: false);
        reading.Csv(file).Read(["entity"], table =>
        {
            has = (table["country"] >= 0, table["kind"] >= 0);
            return new Sink(table, all);
        });
        reading.Problems.ThrowIfAny(file);
        var ids = all._ids.Build();
        all.ReportDoubles(ids);
        reading.Problems.ThrowIfAny(file);
        return new Entities(ids, has.Country ? all._countries.Done(ids.Count) : null, has.Kind ? all._kinds.Done(ids.Count) : null, all._hasComplete ? all._complete[..ids.Count] : []);
    }

    /// <summary>Which row holds the first of two is not known any more; the file is read again to tell, for nobody loads such a file twice.</summary>
    private void ReportDoubles(EntityIds ids)
    {
        if (_ids.Doubles.Count == 0) return;
        var places = RowPlaces.Of(_file, [.. _ids.Doubles.Take(OrderedBlocks.MostProblems).SelectMany(pair => new[] { pair.Later, pair.First })]);
        foreach (var (later, first) in _ids.Doubles)
        {
            _problems.Add(new Problem("duplicate-id", _file, places.GetValueOrDefault(later), 0, $"'{ids.Text(later)}' again, which stands on line {places.GetValueOrDefault(first)}", "an id that no other row of the table has", "merge the two rows or rename one"));
        }
    }

    private sealed class Column
    {
        private readonly CategoryWords _words = new();
        private ushort[] _codes = [];

        public bool Take(CategoryBlock block, int from, int expected)
        {
            if (_codes.Length < from + block.Count) Array.Resize(ref _codes, Math.Max(from + block.Count, Math.Max(expected, _codes.Length + _codes.Length / 2)));
            return block.Take(_words, _codes.AsSpan(from));
        }

        public Categories Done(int count) => new(_words.Words, _codes.AsMemory(0, count));
    }

    private sealed class Sink(CsvTable table, EntitiesFile all) : RowSink
    {
        private readonly int _entity = table["entity"];
        private readonly int _country = table["country"];
        private readonly int _kind = table["kind"];
        private readonly int _completeness = table["complete"];
        private readonly IdList _ids = new();
        private readonly CategoryBlock _countries = new();
        private readonly CategoryBlock _kinds = new();
        private readonly List<bool> _complete = [];

        public override void Clear()
        {
            _ids.Clear();
            _countries.Clear();
            _kinds.Clear();
            _complete.Clear();
        }

        public override void Read(BlockRows row)
        {
            var id = row[_entity];
            if (!table.IsId(id, row, _entity, Problems)) return;
            _ids.Add(id);
            if (_country >= 0) _countries.Add(row[_country]);
            if (_kind >= 0) _kinds.Add(row[_kind]);
            if (_completeness >= 0) _complete.Add(IsComplete(row));
        }

        public override void Take(int firstLine)
        {
            var from = all._ids.Count;
            all._ids.Append(_ids);
            if (_country >= 0 && !all._countries.Take(_countries, from, all._expected)) ReportWords("country", firstLine);
            if (_kind >= 0 && !all._kinds.Take(_kinds, from, all._expected)) ReportWords("kind", firstLine);
            if (_completeness < 0) return;
            all._hasComplete = true;
            if (all._complete.Length < all._ids.Count) Array.Resize(ref all._complete, Math.Max(all._ids.Count, all._complete.Length * 2));
            CollectionsMarshal.AsSpan(_complete).CopyTo(all._complete.AsSpan(from));
        }

        private bool IsComplete(BlockRows row)
        {
            switch (row[_completeness])
            {
                case "yes":
                    return true;
                case "no" or "":
                    return false;
                default:
                    table.Report(Problems, row, _completeness, "bad-word", ByteText.Quote(row[_completeness]), "yes, no or nothing", "use one of these words for complete");
                    return false;
            }
        }

        private void ReportWords(string column, int firstLine) =>
            all._problems.Add(new Problem("too-many-words", all._file, firstLine, 0, $"more than {Categories.MostWords} different words for {column}", "few", "look whether the columns are in their places"));
    }
}
