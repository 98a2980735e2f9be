using Assay.Formats;

namespace Assay.Cli;

/// <summary>Opens the packs that a user names, and says in the program's words what stands against it.</summary>
internal static class PackFolder
{
    /// <summary>What the work gives.</summary>
    /// <exception cref="StopException">A folder is missing, is no pack, or cannot be read or written.</exception>
    public static T Open<T>(string folder, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (InvalidDataFileException error)
        {
            throw new StopException(ExitCode.EvidenceBroken, error.Problems.Count == 0 ? [error.Message] : [.. error.Problems.Select(problem => problem.ToString())]);
        }
        catch (DirectoryNotFoundException)
        {
            throw StopException.Input($"{folder}: there is no such folder; name a folder with a datapackage.json, or make one with assay pack new");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StopException.Input($"{folder}: it cannot be read: {error.Message}");
        }
    }
}
