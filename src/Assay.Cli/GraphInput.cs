using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Formats;
using Assay.Formats.Graphs;
using Assay.Formats.Snapshots;

namespace Assay.Cli;

/// <summary>What the verbs about graphs share: which files the graph is in, and how they are read.</summary>
internal sealed class GraphInput(Terminal terminal)
{
    private readonly Argument<string> _file = new("FILE")
    {
        Description = "A CSV file of stakes (owner,asset,share), a folder with stakes.csv and perhaps entities.csv and values.csv, or a snapshot that 'assay graph build' made.",
    };

    private readonly Option<string?> _entities = new("--entities") { HelpName = "FILE", Description = "The CSV file of entities (entity,country,kind). Without it, entities.csv of the folder, or else whatever the stakes name." };

    private readonly Option<string?> _values = new("--values") { HelpName = "FILE", Description = "The CSV file of values (asset and an amount). Without it, values.csv of the folder, or those in the snapshot." };

    private readonly Option<bool> _percent = new("--percent") { Description = "Shares in the file of stakes are from 0 to 100, not from 0 to 1." };

    private readonly Option<bool> _addUnknown = new("--add-unknown") { Description = "Take ids of stakes that the file of entities does not have for new entities. Without it they are problems, and nothing is loaded." };

    private readonly Option<bool> _gleif = new("--gleif") { Description = "FILE is GLEIF's file of relationship records (the CSV golden copy, packed or not): who consolidates whom is control and no stake." };

    private readonly Option<bool> _ftm = new("--ftm") { Description = "FILE has entities of FollowTheMoney, one JSON object a line, packed or not: its ownerships are the stakes." };

    public void AddTo(Command verb)
    {
        verb.Add(_file);
        verb.Add(_gleif);
        verb.Add(_ftm);
        verb.Add(_entities);
        verb.Add(_values);
        verb.Add(_percent);
        verb.Add(_addUnknown);
        _file.Validators.Add(CommandLine.RefuseUnknownOptions);
    }

    /// <summary>The graph's name for people.</summary>
    public string NameOf(ParseResult line) => line.GetRequiredValue(_file);

    /// <summary>Does something with the graph, once it is loaded or opened.</summary>
    /// <exception cref="StopException">A file is missing, broken or not to be read.</exception>
    public int With(ParseResult line, Func<GraphData, int> run)
    {
        var file = line.GetRequiredValue(_file);
        try
        {
            using var data = Load(line, file);
            return run(data);
        }
        catch (InvalidDataFileException error)
        {
            throw new StopException(ExitCode.EvidenceBroken, [.. error.Problems.Select(problem => problem.ToString()), error.Message]);
        }
        catch (SnapshotException error)
        {
            throw new StopException(ExitCode.EvidenceBroken, [$"{file}: {error.Message}; build the snapshot again"]);
        }
        catch (InvalidDataException error)
        {
            throw new StopException(ExitCode.EvidenceBroken, [$"{file}: {error.Message}"]);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StopException(ExitCode.EvidenceBroken, [$"{(error as FileNotFoundException)?.FileName ?? file}: there is no such file"]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCode.EvidenceBroken, [$"{file}: it cannot be read: {error.Message}"]);
        }
    }

    private GraphData Load(ParseResult line, string file)
    {
        var (entities, values) = (line.GetValue(_entities), line.GetValue(_values));
        var (gleif, ftm) = (line.GetValue(_gleif), line.GetValue(_ftm));
        var options = new GraphOptions { Percent = line.GetValue(_percent), AddUnknown = line.GetValue(_addUnknown) };
        if (gleif || ftm)
        {
            if (gleif && ftm) throw StopException.Usage("a file is GLEIF's or FollowTheMoney's: give one of --gleif and --ftm");
            if (entities is not null || options != default) throw StopException.Usage("--entities, --percent and --add-unknown are for files of stakes, and not for --gleif and --ftm");
            return WithValues(GraphRegister.Read(terminal, file, gleif), values);
        }
        if (Directory.Exists(file))
        {
            var files = GraphFiles.In(file);
            return Read(files with { Entities = entities ?? files.Entities, Values = values ?? files.Values }, options);
        }
        if (!Snapshot.IsSnapshot(file)) return Read(new GraphFiles(file, entities, values), options);
        if (entities is not null || options != default) throw StopException.Usage($"{file} is a snapshot, which holds its entities and shares as they were read: --entities, --percent and --add-unknown are for 'assay graph build'");
        return WithValues(GraphSnapshot.Open(file), values);
    }

    private static GraphData WithValues(GraphData data, string? values) => values is null ? data : data.WithValues(values);

    private GraphData Read(GraphFiles files, GraphOptions options) => Waiting.For(terminal, progress => files.Load(options, progress));
}
