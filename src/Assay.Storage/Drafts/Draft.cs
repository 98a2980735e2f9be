using System.Collections.Immutable;
using System.Globalization;
using Assay.Articles;

namespace Assay.Storage.Drafts;

/// <summary>An article under work.</summary>
public sealed record Draft
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The article as read, its data as corrected by hand.</summary>
    public required Article Article { get; init; }

    /// <summary>Whether only the sentences that hold a claim may be published.</summary>
    public bool QuotesOnly { get; init; }

    /// <summary>The article that it was published as; null: not yet.</summary>
    public string? PublishedAs { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>By whom.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>What editors changed, in order.</summary>
    public ImmutableArray<Edit> Edits { get; init; } = [];

    /// <summary>The edits that stand: those that were not taken back, in order, without the takings back.</summary>
    public ImmutableArray<Edit> StandingEdits => Standing(Edits);

    /// <summary>How often it was edited: the number of its last edit.</summary>
    public long Revision => Edits.IsEmpty ? 0 : Edits[^1].Number;

    internal static ImmutableArray<Edit> Standing(IReadOnlyList<Edit> edits)
    {
        var undone = edits.Where(edit => edit.Kind == Edit.Undo).Select(edit => long.Parse(edit.Content, CultureInfo.InvariantCulture)).ToHashSet();
        return [.. edits.Where(edit => edit.Kind != Edit.Undo && !undone.Contains(edit.Number))];
    }
}

/// <summary>One change by an editor.</summary>
/// <param name="Number">From 1, in order.</param>
/// <param name="Claim">The claim that it is about, as <c>c18</c>; for several, parted by blanks.</param>
/// <param name="Kind"><c>change</c>, <c>drop</c>, <c>add</c>, <c>split</c>, <c>merge</c>, or <c>undo</c>, whose content is the number of the edit taken back.</param>
/// <param name="Content">The correction as JSON.</param>
/// <param name="Made">When.</param>
/// <param name="MadeBy">By whom.</param>
public sealed record Edit(long Number, string Claim, string Kind, string Content, DateTimeOffset Made, string MadeBy)
{
    /// <summary>The kind of an edit that takes another one back.</summary>
    public const string Undo = "undo";
}

/// <summary>A line of the list of drafts.</summary>
public sealed record DraftLine(string Id, string Title, string Publisher, DateTimeOffset Created, string CreatedBy, long Edits, string? PublishedAs);

/// <summary>What became of an edit: it was kept, or somebody else edited the same claim since the editor saw it, and this is what they did.</summary>
/// <param name="Revision">The draft's revision now.</param>
/// <param name="Others">What others did to the claim since; empty: the edit was kept.</param>
public sealed record EditOutcome(long Revision, ImmutableArray<Edit> Others)
{
    /// <summary>Whether it was kept.</summary>
    public bool IsKept => Others.IsEmpty;
}
