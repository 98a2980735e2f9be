using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Assay.Claims;
using Assay.Mentions;

namespace Assay.Publishing.Wording;

/// <summary>How an article was read, in words.</summary>
internal static class ReadingWords
{
    public const string NoMentions = "Nothing in it was read as a name, figure, time, goods, topic or office.";
    public const string NoClaims = "No claim was found.";
    public const string Rejected = "Matches that made no claim";
    public const string NotCheckable = "Not checkable";
    public const string PassedOver = "Part of no claim";
    public const string Frame = "Frame     ";
    public const string Trigger = "Trigger   ";
    public const string Expects = "Expects   ";

    public const string Asserted = "in the article’s own voice";

    public static readonly ImmutableArray<string> MentionColumns = ["words", "kind", "taken for", "score", "why", "not taken for"];

    /// <summary>The frame of a claim, or what it was known by where it has none.</summary>
    public static string FrameOf(Claim claim) => claim.Frame switch
    {
        "clause" => $"none ({Of(claim.Kind)}): a clause with a verb and a named actor, a date or a figure",
        "figure" => $"none ({Of(claim.Kind)}): a figure that stands by itself",
        "saying" => $"none ({Of(claim.Kind)}): who said what the record knows to be disputed",
        var frame => $"{frame} ({Of(claim.Kind)})",
    };

    /// <summary>Why a name was taken for an entity.</summary>
    public static string Of(Link link) => link.Reason switch
    {
        LinkReason.Name => "its name",
        LinkReason.Alias => $"another name: {link.Alias}",
        LinkReason.Introduced => "so named in the article",
        LinkReason.Demonym => $"demonym: {link.Alias}",
        LinkReason.Metonym => $"metonym: {link.Alias}",
        LinkReason.Context => $"of several of that name, by context: {link.Alias}",
        LinkReason.Shared => $"shared name, the role decides: {link.Alias}",
        LinkReason.Pronoun => "pronoun, by salience",
        LinkReason.Description => "description, by salience",
        LinkReason.Transliteration => $"in another script: {link.Alias}",
        _ => throw new UnreachableException($"No such reason: {link.Reason}"),
    };

    /// <summary>An entity that a name was not taken for.</summary>
    public static string Of(RejectedLink rejected) => $"{rejected.Entity.Name}: {rejected.Why switch
    {
        LinkRejection.PartOfLongerName => "the name goes on",
        LinkRejection.StateNotNamed => "every state has one, and its state is not named",
        LinkRejection.Ambiguous => "several have the name, nothing tells which",
        LinkRejection.AnotherMeant => "another of that name is meant",
        LinkRejection.NoneSalient => "others are as salient",
        _ => throw new UnreachableException($"No such reason: {rejected.Why}"),
    }}";

    /// <summary>Why the match of a frame made no claim.</summary>
    public static string Of(RejectedMatch match) => match.Why switch
    {
        RejectionReason.HangsOnPreposition => "its first name hangs on a preposition",
        RejectionReason.SaidMoreFully => $"{match.For} says it more fully, or stands before it",
        RejectionReason.SaidByAnotherKind => $"{match.For} takes these words",
        RejectionReason.NotPutForward => "put forward in no way that could be checked: a condition, a wish, a question",
        RejectionReason.MakesNoClaim => "its roles make no claim",
        RejectionReason.SaidBefore => $"{match.For} says the same",
        _ => throw new UnreachableException($"No such reason: {match.Why}"),
    };

    /// <summary>Why a clause is part of no claim.</summary>
    public static string Of(PassReason why) => why switch
    {
        PassReason.Asked => "what a question asks",
        PassReason.NotPutForward => "a condition, a wish or an intention",
        PassReason.Saying => "tells who says what follows",
        PassReason.NoSign => "background: no named actor, date or figure with a verb",
        _ => throw new UnreachableException($"No such reason: {why}"),
    };

    /// <summary>A kind of claim, as it stands in frames and results.</summary>
    public static string Of(ClaimKind kind) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>A score with two places.</summary>
    public static string Score(decimal score) => score.ToString("0.00", CultureInfo.InvariantCulture);
}
