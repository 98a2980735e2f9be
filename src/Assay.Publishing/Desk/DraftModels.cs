using System.Collections.Immutable;
using Assay.Claims;
using Assay.Claims.Corrections;
using Assay.Findings;
using Assay.Storage.Drafts;

namespace Assay.Publishing.Desk;

/// <summary>A draft before its findings are there.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Problem">What is wrong with what was said of the article; empty: nothing.</param>
/// <param name="Sent">What was said of it, to be sent again; null: what the draft says.</param>
public sealed record DraftView(Draft Draft, string Problem = "", SentAbout? Sent = null);

/// <summary>A draft whose claims are checked, with its edits.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Article">The article as checked.</param>
/// <param name="Edits">What editors did.</param>
public sealed record CheckedDraft(Draft Draft, CheckedArticle Article, DraftEdits Edits)
{
    /// <summary>The title, or that there is none.</summary>
    public string Title => Draft.Article.Title.Length > 0 ? Draft.Article.Title : Wording.PageWords.Untitled;

    /// <summary>The path of its page.</summary>
    public string Path => $"/desk/drafts/{Draft.Id}";
}

/// <summary>The form of a claim on a page: what stands in its fields and what is wrong with them.</summary>
public sealed record FormView
{
    /// <summary>The fields, entities by their names where these are plain.</summary>
    public required ClaimForm Form { get; init; }

    /// <summary>The words of the article that it is of, where an editor marks them.</summary>
    public string Words { get; init; } = "";

    /// <summary>What is wrong, by field; <c>words</c> for the words.</summary>
    public ImmutableArray<FormProblem> Problems { get; init; } = [];

    /// <summary>The words to choose from for a role.</summary>
    public required Func<FormRole, ImmutableArray<FormChoice>> Choices { get; init; }
}

/// <summary>What somebody else did to a claim while it was being edited.</summary>
/// <param name="Others">Their edits, with what each changed.</param>
/// <param name="Differences">In which fields what is sent differs from what stands now.</param>
public sealed record EditConflict(ImmutableArray<HistoryLine> Others, ImmutableArray<FormDifference> Differences);

/// <summary>An edit as a line of a history.</summary>
/// <param name="Edit">The edit.</param>
/// <param name="Differences">Field by field, what it changed.</param>
/// <param name="Reason">The reason given for dropping.</param>
/// <param name="CanUndo">Whether it can be taken back.</param>
public sealed record HistoryLine(DraftEdit Edit, ImmutableArray<FormDifference> Differences, string Reason, bool CanUndo);

/// <summary>A claim on the page where it is corrected.</summary>
public sealed record ClaimWork
{
    /// <summary>The draft that it stands in.</summary>
    public required CheckedDraft In { get; init; }

    /// <summary>Its place, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What is sent or stands in its form.</summary>
    public required FormView Form { get; init; }

    /// <summary>What editors did to it.</summary>
    public required ImmutableArray<HistoryLine> History { get; init; }

    /// <summary>The revision that an edit builds on.</summary>
    public required long Seen { get; init; }

    /// <summary>What others did meanwhile; null: nothing.</summary>
    public EditConflict? Conflict { get; init; }

    /// <summary>Whether the form is shown open.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether what would change its verdict is still being looked for.</summary>
    public bool IsSearching { get; init; }

    /// <summary>The reason for dropping it that is sent.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What is wrong with the reason; empty: nothing.</summary>
    public string ReasonProblem { get; init; } = "";

    /// <summary>The finding.</summary>
    public Finding Finding => In.Article.Findings[Number - 1];

    /// <summary>The claim.</summary>
    public Claim Claim => Finding.Claim;

    /// <summary>The path of its page.</summary>
    public string Path => $"{In.Path}/claims/{Claim.Id}";
}

/// <summary>What the editor makes of words of the article: a new claim, the parts of one, or one of several.</summary>
public sealed record PartsWork
{
    /// <summary>The draft.</summary>
    public required CheckedDraft In { get; init; }

    /// <summary>What is done: <c>add</c>, <c>split</c> or <c>merge</c>.</summary>
    public required string Task { get; init; }

    /// <summary>The claim that is split; empty where none is.</summary>
    public string Claim { get; init; } = "";

    /// <summary>The claims that are chosen to be merged.</summary>
    public ImmutableArray<string> Chosen { get; init; } = [];

    /// <summary>The forms: one a part.</summary>
    public required ImmutableArray<FormView> Parts { get; init; }

    /// <summary>The revision that it builds on.</summary>
    public required long Seen { get; init; }

    /// <summary>What others did meanwhile; null: nothing.</summary>
    public EditConflict? Conflict { get; init; }

    /// <summary>What is wrong with the whole; empty: nothing.</summary>
    public string Problem { get; init; } = "";
}

/// <summary>The history of a draft.</summary>
/// <param name="In">The draft.</param>
/// <param name="Lines">Its edits, the newest first.</param>
public sealed record DraftHistory(CheckedDraft In, ImmutableArray<HistoryLine> Lines);

/// <summary>A draft that is about to be published.</summary>
/// <param name="In">The draft.</param>
/// <param name="Html">The body of the page as it will be.</param>
/// <param name="Number">The number that the version will have.</param>
/// <param name="Changes">The verdicts that differ from the version before.</param>
/// <param name="Same">Whether nothing at all differs from it.</param>
public sealed record PublishPreview(CheckedDraft In, string Html, long Number, ImmutableArray<ChangedClaim> Changes, bool Same)
{
    /// <summary>A hash over all that it is made of: what is published is what was looked at.</summary>
    public required string State { get; init; }
}

/// <summary>A claim that is no more: it was dropped, or went into another.</summary>
/// <param name="In">The draft.</param>
/// <param name="Claim">Its id.</param>
/// <param name="Lines">What was done to it, the newest first.</param>
public sealed record GoneClaim(CheckedDraft In, string Claim, ImmutableArray<HistoryLine> Lines);
