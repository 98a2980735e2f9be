using System.Diagnostics;
using Assay.Answers;
using Assay.Claims;
using Assay.Evidence;
using Assay.Findings;
using Assay.Questions;

namespace Assay.Publishing.Wording;

/// <summary>The words for the terms of the method.</summary>
internal static class Terms
{
    /// <summary>"crude-oil-production" as "crude oil production".</summary>
    public static string Slug(string slug) => slug.Replace('-', ' ');

    /// <summary>Why a passage is no claim.</summary>
    public static string Why(string why) => Words.All.Has($"Why-{why}") ? Words.Of($"Why-{why}") : Slug(why);

    /// <summary>How the claim is put forward; empty for an assertion in the article's own voice.</summary>
    public static string Stance(Claim claim) => (claim.Stance, claim.Speaker) switch
    {
        (Claims.Stance.Asserted, _) => "",
        (Claims.Stance.Presupposed, _) => Words.Of("StancePresupposed"),
        (Claims.Stance.Attributed, "") => Words.Of("StanceNobody"),
        (Claims.Stance.Attributed, var speaker) => Words.Of("StanceSaidBy", speaker),
        (Claims.Stance.Predicted, _) => Words.Of("StancePredicted"),
        _ => throw new UnreachableException($"No words for {claim.Stance}."),
    };

    /// <summary>How far a row can be relied on.</summary>
    public static string Status(RowStatus status) => Words.Of(status, "Status");

    /// <summary>When the claim says that it is so.</summary>
    public static string Time(ClaimTime time) => time.Days switch
    {
        null => Words.Of("TimeUnknown", time.Words),
        { } days when DateWords.Of(days) == time.Words => time.Words,
        { } days => $"{DateWords.Of(days)} ({time.Words})",
    };

    /// <summary>A truth value as an answer.</summary>
    public static string Truth(Truth truth) => truth switch
    {
        Evidence.Truth.True => Words.Of("yes"),
        Evidence.Truth.False => Words.Of("no"),
        Evidence.Truth.Unknown => Words.Of("unknown"),
        _ => throw new UnreachableException($"No words for {truth}."),
    };

    /// <summary>A figure with its unit, rounded outward to two places.</summary>
    public static string Figure(Bounds value, string unit)
    {
        var rounded = value.RoundOutward(2);
        return unit.Length == 0 ? rounded.ToString() : $"{rounded}\u00A0{unit}";
    }

    /// <summary>The answer that the article gives, with the band that its hedge allows.</summary>
    public static string Expected(Expectation expects) => expects switch
    {
        Expectation.YesNo yes => Words.Of(yes.Yes ? "yes" : "no"),
        Expectation.Place => expects.Words,
        Expectation.Band band => Words.Of(band.Denied ? "BandIsNot" : "BandIs", expects.Words, Tied(band.Figures)),
        _ => throw new UnreachableException($"No words for {expects.GetType().Name}."),
    };

    /// <summary>The per cent sign kept on the line of its number.</summary>
    public static string Tied(string words) => words.Replace(" %", "\u00A0%", StringComparison.Ordinal);

    /// <summary>The result of a step of a proof.</summary>
    public static string Value(StepValue value, EvidenceSnapshot evidence) => value switch
    {
        StepValue.Truth truth => Truth(truth.Value),
        StepValue.Figure figure => Figure(figure.Value, figure.Unit),
        StepValue.Place place => Place(place.Best, place.Worst),
        StepValue.Named { Value: { } entity } => evidence.NameOf(entity),
        StepValue.Named => Words.Of("notKnown"),
        _ => throw new UnreachableException($"No words for {value.GetType().Name}."),
    };

    /// <summary>How a vague word is taken, and by whose definition.</summary>
    public static string Taken(Choice choice) =>
        $"“{choice.Word}”: {choice.Taken}{(choice.WhoseDefinition.Length > 0 ? $" ({PageWords.Definition}: {choice.WhoseDefinition})" : "")}";

    /// <summary>A source on one line, with its address.</summary>
    public static string Source(SourceId id, EvidenceSnapshot evidence) => evidence.Source(id) is { } source
        ? string.Join(", ", new[] { source.Publisher, source.Title, source.Date is { } date ? DateWords.Of(date) : "", source.Url }.Where(part => part.Length > 0))
        : id.ToString();

    /// <summary>How rows account for another verdict at a later day; empty where none does.</summary>
    public static string Cause(LaterVerdict later) => later.Cause switch
    {
        LaterCause.Alone when later.Rows.Length == 1 => Words.Of("CauseOne"),
        LaterCause.Alone => Words.Of("CauseAny"),
        LaterCause.Together => Words.Of("CauseTogether"),
        LaterCause.Cited => Words.Of("CauseCited"),
        LaterCause.NoRow => "",
        _ => throw new UnreachableException($"No words for {later.Cause}."),
    };

    /// <summary>A place on a list, or the places between which it lies.</summary>
    public static string Place(int best, int worst) => best == worst ? Words.Of("Place", best) : Words.Of("Places", best, worst);

    /// <summary>The name of a rule of proof: "EffectiveShare" as "effective share".</summary>
    public static string Rule(ProofRule rule) =>
        string.Concat(rule.ToString().Select((letter, at) => char.IsUpper(letter) && at > 0 ? $" {letter}" : $"{letter}")).ToLowerInvariant();
}
