using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Assay.Formats.Linking;
using Assay.Formats.Packs;

namespace Assay.Formats.Imports;

/// <summary>
/// An import from its files to the pack. The rows of each file that is read are kept beside the pack; the pack itself changes at the end, all at once. A
/// run that was stopped goes on with the files that were not finished.
/// </summary>
internal sealed class ImportRun
{
    /// <summary>The folder in a pack where the rows of files are kept until the pack is written.</summary>
    public const string Staging = ".import";

    private readonly ImportPlan _plan;
    private readonly ImportFormat _format;
    private readonly IProgress<ImportProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly string _staging;
    private readonly ImportedPack _pack;
    private readonly List<Problem> _merging = [];
    private long _rows;
    private long _problems;

    private ImportRun(ImportPlan plan, ImportFormat format, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        (_plan, _format, _progress, _cancellation) = (plan, format, progress, cancellation);
        _pack = new ImportedPack(plan, format.Name);
        _staging = Path.Combine(plan.Pack, Staging);
    }

    /// <summary>Imports files into a pack.</summary>
    /// <exception cref="ImportException">A file cannot be read to its end, or the pack cannot be used; nothing of the pack was changed.</exception>
    /// <exception cref="IOException">Something could not be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the rows of finished files are kept.</exception>
    public static ImportResult Run(ImportPlan plan, ImportFormat format, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var run = new ImportRun(plan, format, progress, cancellation);
        run._pack.RequireOwn();
        var isNew = !Directory.Exists(plan.Pack);
        // Where the staging stands there was an import before, which was stopped.
        if (!isNew && !File.Exists(Path.Combine(plan.Pack, PackFiles.DescriptorName)) && !Directory.Exists(run._staging) && Directory.EnumerateFileSystemEntries(plan.Pack).Any())
            throw new ImportException($"{plan.Pack} is a folder without a {PackFiles.DescriptorName}; name a pack, or a folder that is not there yet") { IsOfPack = true };
        Directory.CreateDirectory(run._staging);
        ImportResult result;
        using (Alone(run._staging)) result = run.Run();
        Directory.Delete(run._staging);
        if (!result.IsWritten && isNew) Directory.Delete(plan.Pack);
        return result;
    }

    private static FileStream Alone(string staging)
    {
        try
        {
            return new FileStream(Path.Combine(staging, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException error)
        {
            throw new ImportException($"{staging} is in use by another import; wait until it is done", error);
        }
    }

    private ImportResult Run()
    {
        var files = _plan.Files;
        var logs = files.Select(Log).ToList();
        // A page that says "not found", a pipe that broke: nothing of the pack is changed for a file that gave nothing.
        if (logs.TrueForAll(log => log.Summary.Rows == 0) || logs.Exists(log => log.Summary is { Rows: 0, ProblemCount: > 0 }))
        {
            RemoveLogs();
            return new ImportResult([.. logs.Select(log => log.Summary)], [], [], 0) { IsWritten = false };
        }
        Tell("merging");
        var known = _pack.KnownEntities();
        var merge = new RowMerge(() => _pack.RowsBefore().Concat(logs.SelectMany(log => log.Rows())), _merging.Add, _cancellation);
        var tables = _pack.Write(merge, known, logs.Sum(log => log.Summary.Rows), _merging.Add, _cancellation);
        RemoveLogs();
        return new ImportResult([.. logs.Select(log => log.Summary)], _merging, tables, merge.Undefined.Count) { Joined = merge.Joined, Links = _plan.Links ? Linked() : [] };
    }

    private void RemoveLogs()
    {
        foreach (var log in Directory.EnumerateFiles(_staging, "*.rows*")) File.Delete(log);
    }

    // The pack stands by itself; what its entities may be the same as is found when it is there.
    private List<LinkRow> Linked()
    {
        Tell("linking");
        var book = LinkBook.Open(_plan.Pack);
        var subjects = PackSubjects.Read(_plan.Pack, _plan.Known);
        var rules = LinkRuleFiles.Load(EvidencePack.LoadAll(_plan.Known));
        var rows = LinkRun.Find(rules, subjects.Own, subjects.Known, book.Rows, _cancellation).Select(decision => LinkRun.RowOf(decision, _plan.Today)).ToList();
        foreach (var row in rows) book.Set(row);
        if (rows.Count > 0) book.Save();
        return rows;
    }

    private RowLog Log(ImportFile file)
    {
        var path = Path.Combine(_staging, $"{KeyOf(file)}.rows");
        if (file.Path is not null && RowLog.At(path) is { } kept) return kept.AsKept();
        try
        {
            return RowLog.Write(path, file.Name, take => Read(file, take));
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw new ImportException($"{file.Name}: {error.Message.TrimEnd('.')}; nothing was imported: get the file anew, or unpack it and import what is whole", error);
        }
    }

    private ImportSummary Read(ImportFile file, Action<ImportedRow> take)
    {
        var source = file.SourceId;
        var sink = new ImportSink(file, source, row =>
        {
            take(row);
            if ((++_rows & 0xFFF) != 0) return;
            _cancellation.ThrowIfCancellationRequested();
            Tell(file.Name);
        }, _cancellation) { At = _plan.At, Today = _plan.Today };
        sink.Add(0, "sources", ("id", source), ("publisher", _plan.Publisher.Length > 0 ? _plan.Publisher : "[not stated]"), ("title", $"[{Path.GetFileName(file.Name)}, {_format.Title}]"),
            ("kind", "reference"));
        _format.Read(file, sink);
        if (sink.Broken is { } broken) throw new InvalidDataException($"line {broken.Line}: {broken.Code}: {broken.Found}, expected {broken.Expected}; {broken.Mend}");
        _problems += sink.ProblemCount;
        return new ImportSummary(file.Name, file.Done, sink.Rows - 1, sink.ProblemCount, sink.Problems, [.. sink.Skips]);
    }

    // What the rows of a file depend on: when any of it changes, what was kept is not used.
    private string KeyOf(ImportFile file)
    {
        var path = file.Path is null ? null : new FileInfo(file.Path);
        var text = string.Create(CultureInfo.InvariantCulture, $"{_format.Name}\n{_format.Settings}\n{_plan.At:O}\n{_plan.Publisher}\n{file.Name}\n{path?.FullName}\n{path?.Length}\n{path?.LastWriteTimeUtc.Ticks}\n{typeof(ImportRun).Assembly.ManifestModule.ModuleVersionId}");
        return Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(text)));
    }

    private void Tell(string what) =>
        _progress?.Report(new ImportProgress(what, _plan.Files.Sum(file => file.Done), _plan.Files.All(file => file.Length > 0) ? _plan.Files.Sum(file => file.Length) : 0, _rows, _problems));
}

/// <summary>An import could not be done; the pack is as it was.</summary>
public sealed class ImportException : Exception
{
    /// <summary>With what is wrong and how to mend it.</summary>
    public ImportException(string message) : base(message) { }

    /// <summary>With its cause.</summary>
    public ImportException(string message, Exception inner) : base(message, inner) { }

    /// <summary>Whether the pack cannot be used, and not a file.</summary>
    public bool IsOfPack { get; init; }

    /// <summary>Without anything.</summary>
    public ImportException() : this("The import could not be done.") { }
}
