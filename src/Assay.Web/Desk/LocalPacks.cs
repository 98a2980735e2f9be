using System.Collections.Immutable;
using Assay.Formats;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;

namespace Assay.Web.Desk;

/// <summary>The folder of packs that the desk adds rows to. A pack is made when its first row is written. Safe to share between threads.</summary>
internal sealed class LocalPacks(WorkbenchOptions options) : IDisposable
{
    /// <summary>The name of the pack that is made where there is none.</summary>
    public const string First = "desk";

    private const int MostTries = 5;

    private static readonly Lazy<ImmutableArray<string>> BuiltIn = new(() => [.. EvidencePack.Embedded().Packs.Select(pack => pack.Name)]);

    private readonly SemaphoreSlim _writing = new(1, 1);

    public void Dispose() => _writing.Dispose();

    /// <summary>Whether there is a folder to write to.</summary>
    public bool IsOpen => options.LocalPacks.Length > 0;

    /// <summary>The names of the packs there are.</summary>
    public ImmutableArray<string> Names => [.. Folders().Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    /// <summary>Every folder of packs of the record: those that were named, and the local ones there are by now.</summary>
    public IReadOnlyList<string> All() => [.. options.Packs, .. Folders()];

    /// <summary>Whether a name may be that of a pack.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= 60 && name == Slugs.Of(name);

    /// <summary>What stands against a row; nothing is written.</summary>
    public async Task<RowOutcome> LintAsync(string pack, PackTable table, IReadOnlyDictionary<string, string> cells, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Linted(pack, table, cells), cancellation);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Adds a row, if nothing stands against it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task<RowOutcome> AddAsync(string pack, PackTable table, IReadOnlyDictionary<string, string> cells, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            // A row that is being written is written: whoever sent it has left is no reason to stop halfway.
            return await Task.Run(() => Added(pack, table, cells), CancellationToken.None);
        }
        finally
        {
            _writing.Release();
        }
    }

    private RowOutcome Linted(string pack, PackTable table, IReadOnlyDictionary<string, string> cells)
    {
        if (Directory.Exists(FolderOf(pack))) return Tried(FolderOf(pack), table, cells, out _);
        // A name that is being typed makes no pack.
        var trial = Directory.CreateTempSubdirectory("assay-row-");
        try
        {
            return Tried(Begun(Path.Combine(trial.FullName, pack), pack), table, cells, out _);
        }
        finally
        {
            trial.Delete(recursive: true);
        }
    }

    private RowOutcome Added(string pack, PackTable table, IReadOnlyDictionary<string, string> cells)
    {
        var folder = Made(pack);
        for (var attempt = 1; ; attempt++)
        {
            var outcome = Tried(folder, table, cells, out var editor);
            if (!outcome.Faults.IsEmpty || editor is null) return outcome;
            try
            {
                editor.Save();
                return outcome;
            }
            catch (IOException) when (attempt < MostTries)
            {
                // Another program has written to the pack since it was read: the row is put beside what that wrote.
            }
        }
    }

    private static RowOutcome Tried(string folder, PackTable table, IReadOnlyDictionary<string, string> cells, out PackEditor? editor)
    {
        editor = PackEditor.Open(folder);
        var draft = RowDraft.Of(table, cells, editor.Known);
        var line = string.Join(" · ", draft.Rows.Select(PackTable.Line));
        if (draft.Faults.Count > 0) return new RowOutcome([.. draft.Faults], line);
        if (draft.Source is { } source) editor.Add(PackTable.All.Single(one => one.Name == "sources"), [source]);
        editor.Add(table, draft.Rows);
        // Nothing can cite a source or a proposition before it is there.
        return new RowOutcome([.. editor.NewProblems().Where(problem => problem.Code is not ("unused-source" or "unused-proposition")).Select(problem => FaultOf(problem, table))], line);
    }

    private static RowFault FaultOf(Problem problem, PackTable table)
    {
        var isSource = Path.GetFileName(problem.File) == "sources.csv" && table.Name != "sources";
        var columns = isSource ? PackTable.All.Single(one => one.Name == "sources").Columns : table.Columns;
        var column = columns.FirstOrDefault(one => problem.Found.StartsWith($"{one.Name} ", StringComparison.Ordinal) || problem.Expected.StartsWith($"{one.Name} ", StringComparison.Ordinal));
        return new RowFault(column is null ? "" : isSource ? RowDraft.SourceStart + column.Name : column.Name, problem.Code, $"{problem.Found}; expected {problem.Expected}; {problem.Mend}");
    }

    private string FolderOf(string pack) => Path.Combine(options.LocalPacks, pack);

    /// <summary>The folder of a pack, begun where there is none.</summary>
    private string Made(string pack)
    {
        var folder = FolderOf(pack);
        if (Directory.Exists(folder)) return folder;
        Directory.CreateDirectory(options.LocalPacks);
        // Everything goes into a folder beside it, which then takes the name: a pack is there whole or not at all.
        var beside = Begun($"{folder}.{Environment.ProcessId}.tmp", pack);
        if (Directory.Exists(folder)) Directory.Delete(beside, recursive: true);
        else Directory.Move(beside, folder);
        return folder;
    }

    /// <summary>Writes the files of a new pack, which builds on all that comes with the program.</summary>
    private static string Begun(string folder, string pack)
    {
        var begun = NewPack.Begin(folder, pack, pack, [.. BuiltIn.Value.Where(name => name != pack)]);
        if (begun.Problems.Count > 0) throw new InvalidDataFileException($"The pack {pack} can't be begun: {begun.Problems[0]}", begun.Problems);
        Directory.CreateDirectory(folder);
        foreach (var (name, bytes) in begun.Files) File.WriteAllBytes(Path.Combine(folder, name), bytes);
        return folder;
    }

    private IEnumerable<string> Folders() => IsOpen && Directory.Exists(options.LocalPacks)
        ? Directory.EnumerateDirectories(options.LocalPacks).Where(folder => !folder.EndsWith(".tmp", StringComparison.Ordinal) && File.Exists(Path.Combine(folder, "datapackage.json"))).Order(StringComparer.Ordinal)
        : [];
}

/// <summary>What came of a row.</summary>
/// <param name="Faults">What stands against it; empty: nothing.</param>
/// <param name="Row">The row as a line of its file.</param>
internal sealed record RowOutcome(ImmutableArray<RowFault> Faults, string Row);
