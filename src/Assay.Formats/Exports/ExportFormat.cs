using System.Collections.Immutable;

namespace Assay.Formats.Exports;

/// <summary>A format that rows of the record can be written in: one file, or several in a folder or zip archive.</summary>
public sealed class ExportFormat
{
    private readonly Action<ExportScope, Stream, ExportReport>? _write;
    private readonly Func<ExportScope, ExportReport, IReadOnlyList<ExportFile>>? _files;

    private ExportFormat(string name, string description, Action<ExportScope, Stream, ExportReport> write) => (Name, Description, _write) = (name, description, write);

    private ExportFormat(string name, string description, Func<ExportScope, ExportReport, IReadOnlyList<ExportFile>> files) => (Name, Description, _files) = (name, description, files);

    /// <summary>Every format, in the order of the documentation.</summary>
    public static ImmutableArray<ExportFormat> All { get; } =
    [
        new("bods", "Beneficial Ownership Data Standard 0.4", Bods.BodsWriter.Write),
        new("ftm", "FollowTheMoney JSON lines", FollowTheMoney.FtmWriter.Write),
        new("datapackage", "a Frictionless Data Package in the pack format", DataPackageFiles.Of),
        new("csv", "the tables as CSV files", CsvFiles.Of),
        new("parquet", "the tables as Apache Parquet, for other engines", (scope, report) => ParquetFiles.Of(scope, [], report)),
        new("graphml", "a graph for Gephi and its like", GraphmlWriter.Write),
        new("dot", "a graph for Graphviz", GraphvizWriter.Write),
    ];

    /// <summary>Its name, as <c>graphml</c>.</summary>
    public string Name { get; }

    /// <summary>What it is, in a few words.</summary>
    public string Description { get; }

    /// <summary>Whether it is several files, that go to a folder or a zip archive.</summary>
    public bool IsSeveral => _files is not null;

    /// <summary>The format of that name, or null.</summary>
    public static ExportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);

    /// <summary>Writes a scope in a format of one file.</summary>
    /// <exception cref="InvalidOperationException">The format has several files.</exception>
    public void Write(ExportScope scope, Stream output, ExportReport report)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        (_write ?? throw new InvalidOperationException($"{Name} has several files."))(scope, output, report);
    }

    /// <summary>The files of a scope in a format of several.</summary>
    /// <param name="scope">What is written.</param>
    /// <param name="report">Where losses are told.</param>
    /// <param name="partitions">By what parquet is divided into folders; none: by nothing.</param>
    /// <exception cref="InvalidOperationException">The format is one file, or cannot be divided.</exception>
    public IReadOnlyList<ExportFile> Files(ExportScope scope, ExportReport report, IReadOnlyList<PartitionKey> partitions)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(partitions);
        if (partitions.Count == 0) return (_files ?? throw new InvalidOperationException($"{Name} is one file."))(scope, report);
        return Name == "parquet" ? ParquetFiles.Of(scope, partitions, report) : throw new InvalidOperationException($"{Name} is not divided.");
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
