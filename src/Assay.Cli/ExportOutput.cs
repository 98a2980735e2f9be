using System.IO.Compression;
using Assay.Formats.Exports;

namespace Assay.Cli;

/// <summary>Writes the files of an export: to a folder or a zip archive, that is there whole or not at all, or as an archive to standard output.</summary>
internal static class ExportOutput
{
    /// <summary>The time that every file in an archive has, so that the same rows give the same bytes.</summary>
    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="terminal">Standard output.</param>
    /// <param name="target">The folder or archive; null: standard output.</param>
    /// <param name="files">The files.</param>
    /// <exception cref="StopException">It cannot be written, or the folder is there already.</exception>
    public static void Write(Terminal terminal, string? target, IReadOnlyList<ExportFile> files)
    {
        if (target is null)
        {
            WriteZip(terminal.Bytes, files);
            terminal.Bytes.Flush();
        }
        else if (Path.GetExtension(target).Equals(".zip", StringComparison.OrdinalIgnoreCase)) OutputFile.Write(target, stream => WriteZip(stream, files));
        else WriteFolder(target.TrimEnd('/', '\\'), files);
    }

    private static void WriteZip(Stream stream, IReadOnlyList<ExportFile> files)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var file in files)
        {
            var entry = zip.CreateEntry(file.Path, CompressionLevel.Optimal);
            entry.LastWriteTime = s_time;
            using var into = entry.Open();
            file.Write(into);
        }
    }

    // Everything goes into a folder beside it, which then takes the name.
    private static void WriteFolder(string target, IReadOnlyList<ExportFile> files)
    {
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw StopException.Usage($"{target} is there already, and is left as it is; name another folder with --out, or remove it first");
        var beside = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            foreach (var file in files)
            {
                var path = Path.Combine(beside, file.Path.Replace('/', Path.DirectorySeparatorChar));
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var into = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite);
                file.Write(into);
            }
            if (Directory.Exists(target)) Directory.Delete(target);
            Directory.Move(beside, target);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCode.OutputUnwritable, [$"{target}: cannot be written: {error.Message.TrimEnd('.')}; name another place with --out"]);
        }
        finally
        {
            if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        }
    }
}
