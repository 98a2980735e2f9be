using System.Collections.Immutable;
using Assay.Claims.Corrections;
using Assay.Formats;
using Assay.Formats.Json;

namespace Assay.Cli;

/// <summary>Reads the file of corrections that a user names.</summary>
internal static class CorrectionsInput
{
    /// <exception cref="StopException">It can't be read.</exception>
    public static ImmutableArray<Correction> Read(string name)
    {
        try
        {
            using var file = File.OpenRead(name);
            return CorrectionsJson.Read(file, name);
        }
        catch (InvalidDataFileException error)
        {
            throw StopException.Input(error.Message);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw StopException.Input($"{name}: there is no such file; check the name");
        }
        catch (UnauthorizedAccessException)
        {
            throw StopException.Input($"{name}: reading it is not allowed, or it is a folder; check its permissions");
        }
        catch (Exception error) when (error is IOException or NotSupportedException or ArgumentException)
        {
            throw StopException.Input($"{name}: it cannot be read: {error.Message}");
        }
    }
}
