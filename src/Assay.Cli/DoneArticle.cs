using Assay.Findings;
using Assay.Formats.Json;

namespace Assay.Cli;

/// <summary>
/// What is kept beside the results of a run of one article that is done: what it came to, under a hash of all that its result depends on. A run
/// that was broken off, or is repeated, goes on from there.
/// </summary>
internal sealed class DoneArticle(string folder, string name)
{
    private readonly string _file = Path.Combine(folder, ".done", $"{name}.json");

    /// <summary>What the article came to, where that is kept under this hash; else null.</summary>
    public ArticleOutcome? Find(string key)
    {
        try
        {
            return File.Exists(_file) ? RunJson.ReadDone(File.ReadAllBytes(_file), key) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What cannot be read was not kept.
            return null;
        }
    }

    /// <summary>Keeps it; to be called when the result is written.</summary>
    public void Keep(string key, ArticleOutcome outcome)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCode.OutputUnwritable, [$"{_file}: cannot be written: {error.Message.TrimEnd('.')}; name another folder with --out"]);
        }
        OutputFile.Write(_file, RunJson.WriteDone(key, outcome));
    }
}
