using System.Collections.Immutable;
using Assay.Articles;
using Assay.Evidence;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>A passage that is no claim, before it is numbered.</summary>
internal sealed record Passage(TextSpan Span, string Why);

/// <summary>
/// Claims that no frame names: a clause with a named actor, a date or a figure and a finite verb in the past or present.
/// A clause with words of opinion, forecast, motive, metaphor or evaluation is no claim and listed with its reason.
/// </summary>
internal sealed class OpenClaimFinder(Article article, Lexicon lexicon, PartialDate? asOf)
{
    private readonly TimeOfClaim _times = new(article, asOf);

    /// <summary>Why a clause is no claim; empty: it may be one.</summary>
    public string WhyNot(ParsedSentence sentence, Clause clause)
    {
        var tokens = TokensOf(sentence, clause.Span);
        var hasFigure = clause.Elements.Any(e => e.Mention is Mention.Figure or Mention.Time { IsRelative: false });
        foreach (var cue in lexicon.Cues)
            if ((!cue.YieldsToFigures || !hasFigure) && cue.Phrases.Occurs(tokens, 0, tokens.Length)) return cue.Why;
        if (clause.Verb is { } verb)
        {
            if (verb.Time == VerbTime.Future || verb.Modal is "may" or "might" or "could" or "shall") return "forecast";
            if (verb.Modal is "should" or "must") return "opinion";
            if (verb.Modal.Length > 0) return "forecast";
        }
        if (clause.Elements.TakeWhile(e => e.Verb is null).Any(e => e.Is(WordClass.FirstPerson))) return "opinion";
        return "";
    }

    /// <summary>The claim that a clause makes by itself, or null.</summary>
    public ClaimDraft? Find(ParsedSentence sentence, Clause clause, Stance stance, string speaker, TextSpan? withComplement)
    {
        if (clause.Verb is not { } verb || !HasSign(clause)) return null;
        var span = Trim(sentence, withComplement is { } whole ? clause.Span.Cover(whole) : clause.Span);
        if (clause.Kind == ClauseKind.Relative && clause.Elements.FirstOrDefault(e => e.IsBorrowed && e.Span.End <= span.Start && span.Start - e.Span.End <= 12) is { } antecedent) span = antecedent.Span.Cover(span);
        if (span.Length < 8) return null;
        var kind = verb.Time is VerbTime.Past or VerbTime.Perfect && verb.Lemma is not ("be" or "have" or "remain" or "consist" or "stand" or "mean") ? ClaimKind.Event
            : withComplement is not null ? ClaimKind.Event
            : ClaimKind.Other;
        var quote = article.Quote(span);
        return new ClaimDraft(span, kind, stance, new Content.Open(quote) { Entities = [.. clause.Elements.Select(e => e.Name?.Entity?.EntityId).OfType<EntityId>().Distinct()] },
            new Expectation.YesNo(true), _times.Of(clause.Elements, span, verb, sentence), "clause", speaker, false, span);
    }

    private static bool HasSign(Clause clause) =>
        clause.Elements.Any(e => e.Mention is Mention.Name { Via: not NameVia.Anaphor } or Mention.Name { Candidates.IsEmpty: false } or Mention.Figure || e.Mention is Mention.Time { IsRelative: false });

    /// <summary>Without marks, conjunctions and subordinators at its ends.</summary>
    private static TextSpan Trim(ParsedSentence sentence, TextSpan span)
    {
        var inside = sentence.Elements.Where(e => e.Span.Length > 0 && span.Contains(e.Span)).ToList();
        while (inside.Count > 1 && (inside[0].IsMark || inside[0].Is(WordClass.Conjunction | WordClass.Subordinator) || inside[0].IsWord && inside[0].Text is "that" or "which" or "who" or "however" or "moreover")) inside.RemoveAt(0);
        while (inside.Count > 1 && inside[^1].IsMark && inside[^1].Text is not ("\"" or ")" or "%")) inside.RemoveAt(inside.Count - 1);
        // "For example, …": an opening phrase that names nothing.
        var comma = inside.FindIndex(e => e.IsMark && e.Text == ",");
        if (comma is > 0 and <= 3 && inside.Count > comma + 2 && inside.Take(comma).All(e => e.IsWord)) inside.RemoveRange(0, comma + 1);
        return inside.Count == 0 ? span : new TextSpan(inside[0].Span.Start, inside[^1].Span.End);
    }

    private static ImmutableArray<Token> TokensOf(ParsedSentence sentence, TextSpan span) =>
        [.. sentence.Sentence.Tokens.Where(t => span.Contains(t.Span))];

    /// <summary>A clause as a passage, without its outer marks.</summary>
    public static Passage Listed(ParsedSentence sentence, Clause clause, string why) => new(Trim(sentence, clause.Span), why);
}
