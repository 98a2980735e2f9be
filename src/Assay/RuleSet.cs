using System.Collections.Immutable;
using Assay.Claims;
using Assay.Findings;
using Assay.Mentions;
using Assay.Questions;
using Assay.Records;

namespace Assay;

/// <summary>What an analyst knows, as data: lexicons, frames, readings, verdict table, wording. Loaded and validated by <c>Assay.Formats</c>.</summary>
public sealed record RuleSet
{
    /// <summary>SHA-256 over all rule files, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The words of the language that is read.</summary>
    public required Lexicon Lexicon { get; init; }

    /// <summary>What words express which kind of claim.</summary>
    public required ImmutableArray<Frame> Frames { get; init; }

    /// <summary>The other languages that articles are read in.</summary>
    public ImmutableArray<LanguageRules> Others { get; init; } = [];

    /// <summary>The codes of all languages that articles are read in.</summary>
    public ImmutableArray<string> Languages => [Lexicon.Language, .. Others.Select(other => other.Language)];

    /// <summary>What vague words may mean.</summary>
    public required Readings Readings { get; init; }

    /// <summary>How units turn into each other.</summary>
    public required UnitTable Units { get; init; }

    /// <summary>What the indicators of the record count.</summary>
    public required Meters Meters { get; init; }

    /// <summary>The sentences that the program says.</summary>
    public required Wording Wording { get; init; }

    /// <summary>What verdicts are made of.</summary>
    public required VerdictTable Verdicts { get; init; }

    /// <summary>Which figures tell what ties two states.</summary>
    public TieRules Ties { get; init; } = TieRules.Empty;

    /// <summary>Which questions in words are answered from the record directly.</summary>
    public AskRules Ask { get; init; } = AskRules.Empty;
}
