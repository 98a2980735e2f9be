using System.Text;
using Assay.Formats;
using Assay.Formats.Graphs;
using Xunit;

namespace Assay.Tests.Graphs;

/// <summary>The files of a graph in a folder of their own, for one test.</summary>
internal sealed class GraphFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("assay-graph-");

    public string Path => _folder.FullName;

    public GraphFiles Files => GraphFiles.In(Path);

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public static GraphFolder Of(string stakes, string? entities = null, string? values = null)
    {
        var folder = new GraphFolder();
        folder.Write("stakes.csv", stakes);
        if (entities is not null) folder.Write("entities.csv", entities);
        if (values is not null) folder.Write("values.csv", values);
        return folder;
    }

    public GraphData Load(GraphOptions options = default) => Files.Load(options, cancellation: TestContext.Current.CancellationToken);

    public void Write(string name, string text) => File.WriteAllText(this[name], text, new UTF8Encoding(false));

    /// <summary>The problems for which the files are refused, without the folder.</summary>
    public string[] Problems(GraphOptions options = default) =>
        [.. Assert.Throws<InvalidDataFileException>(() => Load(options)).Problems.Select(problem => problem.ToString().Replace(Path + System.IO.Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];

    public void Dispose() => _folder.Delete(recursive: true);
}
