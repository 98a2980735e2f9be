using Assay.Formats.Linking;
using Assay.Formats.Mappings;

namespace Assay.Formats.Imports;

/// <summary>What is to be imported, and into what.</summary>
public sealed record ImportPlan
{
    /// <summary>The folder of the pack; made where there is none.</summary>
    public required string Pack { get; init; }

    /// <summary>The files.</summary>
    public required IReadOnlyList<ImportFile> Files { get; init; }

    /// <summary>The pack's title, where it is made; empty: its name.</summary>
    public string Title { get; init; } = "";

    /// <summary>Who published the files; empty: not known.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>As of which day they are taken; null: as they stand.</summary>
    public DateOnly? At { get; init; }

    /// <summary>The day that it is.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether what the pack held before goes, but for its links.</summary>
    public bool Replaces { get; init; }

    /// <summary>Packs whose entities are known, beside the built-in ones.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>How tables become rows of the pack; null: they are tables of the pack format already. Only for tables.</summary>
    public Mapping? Mapping { get; init; }

    /// <summary>Whether its entities are linked to those of the packs beside it.</summary>
    public bool Links { get; init; } = true;

    /// <summary>How the rows are kept: null: by how many there are.</summary>
    public bool? AsRegister { get; init; }
}

/// <summary>How far an import has come.</summary>
/// <param name="What">What is being done: a file that is read, or <c>merging</c>, <c>linking</c>, <c>writing</c>.</param>
/// <param name="Done">Bytes read of all files, packed as they lie there.</param>
/// <param name="Total">Bytes there are; 0: not known.</param>
/// <param name="Rows">Rows made so far.</param>
/// <param name="Problems">Problems so far.</param>
public readonly record struct ImportProgress(string What, long Done, long Total, long Rows, long Problems);

/// <summary>What an import did.</summary>
/// <param name="Files">What each file gave.</param>
/// <param name="Merging">What was found when the rows of all files were put together.</param>
/// <param name="Tables">How many rows each table of the pack has now.</param>
/// <param name="Undefined">How many entities are named by rows and described by none; they stand in the pack under the id that they have there.</param>
public sealed record ImportResult(IReadOnlyList<ImportSummary> Files, IReadOnlyList<Problem> Merging, IReadOnlyList<(string Table, long Rows)> Tables, int Undefined)
{
    /// <summary>The links to entities of the packs beside it that were found.</summary>
    public IReadOnlyList<LinkRow> Links { get; init; } = [];

    /// <summary>How many rows, of the files or of the pack before, were joined with others of one fact.</summary>
    public long Joined { get; init; }

    /// <summary>Whether the pack was written; not where a file gave no row, or all gave none.</summary>
    public bool IsWritten { get; init; } = true;

    /// <summary>How many problems there were in all.</summary>
    public long ProblemCount => Files.Sum(file => file.ProblemCount) + Merging.Count;
}
