using System.Collections.Concurrent;

namespace Assay.Cli;

/// <summary>Writes files whole or not at all: into a new file beside the target, which is then renamed.</summary>
internal static class OutputFile
{
    private static readonly ConcurrentDictionary<string, bool> Unfinished = [];

    /// <summary>Writes the bytes. A link is followed; a device (<c>/dev/stdout</c>) is written to as it is.</summary>
    /// <exception cref="StopException">The file can't be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        // A span cannot be handed on to a delegate; what is written this way is small.
        var copy = bytes.ToArray();
        Write(path, file => file.Write(copy));
    }

    /// <summary>Writes what the delegate writes. A link is followed; a device (<c>/dev/stdout</c>) is written to as it is, and cannot seek.</summary>
    /// <exception cref="StopException">The file can't be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        try
        {
            if (Directory.Exists(path)) throw new IOException("it is a folder");
            var target = Path.GetFullPath(new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path);
            if (IsDevice(Path.GetFullPath(path)) || IsDevice(target))
            {
                using var device = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
                write(device);
                return;
            }
            Replace(target, write);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new StopException(ExitCode.OutputUnwritable, [$"{path}: cannot be written: {Reason(error, path)}; name another file with --out"]);
        }
    }

    /// <summary>Removes what interrupted calls of <see cref="Write"/> left behind.</summary>
    public static void CleanUp()
    {
        foreach (var unfinished in Unfinished.Keys) Remove(unfinished);
    }

    private static void Replace(string target, Action<Stream> write)
    {
        var beside = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Environment.ProcessId}.tmp");
        Unfinished[beside] = true;
        try
        {
            using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write))
            {
                write(file);
            }
            if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
            File.Move(beside, target, overwrite: true);
            Unfinished.TryRemove(beside, out _);
        }
        finally
        {
            Remove(beside);
        }
    }

    private static void Remove(string unfinished)
    {
        if (Unfinished.TryRemove(unfinished, out _)) File.Delete(unfinished);
    }

    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal);

    private static string Reason(Exception error, string path) => error switch
    {
        DirectoryNotFoundException => "there is no such folder",
        UnauthorizedAccessException => "permission denied",
        _ => error.Message.Replace($" : '{Path.GetFullPath(path)}'", "", StringComparison.Ordinal).TrimEnd('.'),
    };
}
