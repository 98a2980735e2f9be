using System.Collections.Immutable;
using Assay.Formats.Packs;
using Assay.Storage.Accounts;
using Assay.Storage.Published;
using Assay.Storage.Requests;

namespace Assay.Publishing.Desk;

/// <summary>A row that is being filled in for a local pack.</summary>
public sealed record RowWork
{
    /// <summary>The table; null: one is to be chosen.</summary>
    public PackTable? Table { get; init; }

    /// <summary>The local packs there are.</summary>
    public required ImmutableArray<string> Packs { get; init; }

    /// <summary>The pack that is chosen.</summary>
    public required string Pack { get; init; }

    /// <summary>What stands in the fields, by column; those of a new source as <c>source.url</c>.</summary>
    public required ImmutableDictionary<string, string> Cells { get; init; }

    /// <summary>What is wrong, by column; empty: the whole row.</summary>
    public ImmutableArray<RowProblem> Problems { get; init; } = [];

    /// <summary>The draft that it is added for; empty: none.</summary>
    public string Draft { get; init; } = "";

    /// <summary>The claim that it is added for; empty: none.</summary>
    public string Claim { get; init; } = "";

    /// <summary>The row that was added just now; empty: none.</summary>
    public string Added { get; init; } = "";

    /// <summary>Why no row can be added; empty: one can.</summary>
    public string Closed { get; init; } = "";
}

/// <summary>Something wrong with a row that is being filled in.</summary>
/// <param name="Field">The column, a field of a new source as <c>source.url</c>, or empty for the whole row.</param>
/// <param name="Text">What is wrong and how to mend it.</param>
/// <param name="DidYouMean">Ids that may be meant.</param>
public sealed record RowProblem(string Field, string Text, ImmutableArray<string> DidYouMean);

/// <summary>A published article as the desk sees it.</summary>
public sealed record PublishedWork
{
    /// <summary>The version published last.</summary>
    public required PublishedVersion Version { get; init; }

    /// <summary>All versions, the latest first.</summary>
    public required IReadOnlyList<PublishedVersion> Versions { get; init; }

    /// <summary>The draft that it comes from; null: it is not known any more.</summary>
    public required string? Draft { get; init; }

    /// <summary>Readers' requests about it.</summary>
    public required IReadOnlyList<CorrectionRequest> Requests { get; init; }
}

/// <summary>Readers' requests for corrections.</summary>
/// <param name="All">The open ones first.</param>
/// <param name="Problem">Why an answer was not kept; empty: there was none.</param>
/// <param name="Answering">The request that it was for.</param>
/// <param name="Answer">The answer that was sent.</param>
public sealed record RequestsWork(IReadOnlyList<CorrectionRequest> All, string Problem = "", string Answering = "", string Answer = "");

/// <summary>The accounts.</summary>
/// <param name="All">By name.</param>
public sealed record AccountsView(IReadOnlyList<Account> All);
