using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Linking;

namespace Assay.Formats.Linking;

/// <summary>What the columns and words of a file of labelled pairs mean, in this project's spelling and in those of published benchmarks.</summary>
internal static class PairColumns
{
    public static readonly ImmutableArray<string> LeftName = ["left_name", "name1", "name_1", "left", "name_a", "query"];
    public static readonly ImmutableArray<string> RightName = ["right_name", "name2", "name_2", "right", "name_b", "candidate"];
    public static readonly ImmutableArray<string> Judgement = ["judgement", "judgment", "is_match", "match", "label", "is_same"];
    public static readonly ImmutableArray<string> Kind = ["kind", "schema", "type"];

    /// <summary>The columns of one side beside its name: aliases, country, date, identifiers.</summary>
    public static ImmutableArray<string> Of(string side, string what) => what switch
    {
        "country" => [$"{side}_country", side == "left" ? "country1" : "country2"],
        "date" => [$"{side}_date", $"{side}_birth_date", $"{side}_registered"],
        _ => [$"{side}_{what}"],
    };

    /// <summary>What a person said of a pair; null: the word is none that is known.</summary>
    public static LinkOutcome? Outcome(string word) => word.Trim().ToLowerInvariant() switch
    {
        "same" or "positive" or "true" or "yes" or "1" or "match" => LinkOutcome.Same,
        "different" or "negative" or "false" or "no" or "0" or "no-match" or "no_match" => LinkOutcome.Different,
        "ask" or "unsure" or "no_judgement" or "unknown" => LinkOutcome.Ask,
        _ => null,
    };

    /// <summary>The kind that a word of this project or a schema of FollowTheMoney means.</summary>
    public static LinkedKind KindOf(string word)
    {
        if (Vocabulary.EntityKinds.TryFind(word.Trim().ToLowerInvariant(), out var kind)) return LinkedSubject.KindOf(kind);
        return word.Trim() switch
        {
            "Person" => LinkedKind.Person,
            "Company" => LinkedKind.Company,
            "PublicBody" => LinkedKind.Agency,
            "Organization" => LinkedKind.Body,
            "" or "Thing" or "LegalEntity" => LinkedKind.Unknown,
            _ => LinkedKind.Thing,
        };
    }
}
