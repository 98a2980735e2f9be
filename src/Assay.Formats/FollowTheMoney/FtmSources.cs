using Assay.Formats.Imports;

namespace Assay.Formats.FollowTheMoney;

/// <summary>The data sets that entities are from, as sources; what names none is from the file itself.</summary>
internal sealed class FtmSources(ImportSink sink)
{
    /// <summary>What the title of a data set's source begins with; its name follows, and a bracket.</summary>
    public const string Title = "[FollowTheMoney data set ";

    private readonly Dictionary<string, string> _idOf = new(StringComparer.Ordinal);
    private (List<string> Datasets, string Cell) _last = ([], "");

    /// <summary>The cell of sources for an entity.</summary>
    public string CellOf(FtmRecord record)
    {
        if (record.Datasets.Count == 0) return sink.FileSource;
        // Lines of one data set follow each other.
        if (record.Datasets.SequenceEqual(_last.Datasets)) return _last.Cell;
        _last = ([.. record.Datasets], ImportSink.List(record.Datasets.Select(name => IdOf(name, record.Line))));
        return _last.Cell;
    }

    private string IdOf(string name, int line)
    {
        if (_idOf.TryGetValue(name, out var id)) return id;
        id = ImportedId.Of("ftm-data", name);
        if (!sink.Add(line, "sources", ("id", id), ("publisher", name), ("title", $"{Title}{name}]"), ("kind", "reference"))) id = sink.FileSource;
        return _idOf[name] = id;
    }
}
