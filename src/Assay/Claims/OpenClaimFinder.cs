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
    private const int FewestTold = 6;
    private const int LongestSaying = 4;

    private readonly TimeOfClaim _times = new(article, asOf);
    private readonly SignReader _signs = new(lexicon);

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
            if (verb.Modal.Length > 0 && verb.Modal is not ("can" or "cannot" or "can't")) return "forecast";
        }
        if (clause.Elements.TakeWhile(e => e.Verb is null).Any(e => e.Is(WordClass.FirstPerson))) return "opinion";
        return "";
    }

    /// <summary>The claims that a clause makes by itself: one for each of a list of three or more of which a state is told, else one; none where it bears no sign of a claim.</summary>
    public IEnumerable<ClaimDraft> Find(ParsedSentence sentence, Clause clause, Stance stance, string speaker, TextSpan? withComplement)
    {
        if (clause.Verb is not { } verb || withComplement is null && IsBareSaying(clause, verb) || !HasSign(clause) && !(_signs.Happens(verb) && clause.Elements.Count(e => !e.IsMark) >= FewestTold)) yield break;
        var span = Trim(sentence, withComplement is { } whole ? clause.Span.Cover(whole) : clause.Span);
        if (clause.Kind == ClauseKind.Relative && clause.Elements.FirstOrDefault(e => e.IsBorrowed && e.Span.End <= span.Start && span.Start - e.Span.End <= 12) is { } antecedent) span = antecedent.Span.Cover(span);
        if (span.Length < 8) yield break;
        var kind = withComplement is not null ? ClaimKind.Event : _signs.KindOf(sentence, span, verb);
        var quote = article.Quote(span);
        var draft = new ClaimDraft(span, kind, stance, new Content.Open(quote) { Entities = [.. clause.Elements.Select(e => e.Name?.Entity?.EntityId).OfType<EntityId>().Distinct()] },
            new Expectation.YesNo(true), _times.Of(clause.Elements, span, verb, sentence), "clause", speaker, false, span);
        var listed = kind == ClaimKind.Event ? [] : Listed(clause.Elements);
        if (listed.Count == 0) yield return draft;
        foreach (var one in listed) yield return draft with { Content = new Content.Open($"{quote} ({article.Quote(one.Span)})") { Entities = one.Name!.Entity is { } entity ? [entity.EntityId] : [] } };
    }

    /// <summary>The names of the first list of three or more: "A, B and C".</summary>
    private static List<Element> Listed(ImmutableArray<Element> elements)
    {
        var listed = new List<Element>();
        var isJoined = true;
        foreach (var element in elements.Where(e => !e.IsBorrowed))
        {
            if (element.Name is { Via: not NameVia.Anaphor } && isJoined)
            {
                listed.Add(element);
                isJoined = false;
            }
            else if (listed.Count > 0 && (element.Is(WordClass.Conjunction) || element is { IsMark: true, Text: "," })) isJoined = true;
            else if (!element.Is(WordClass.Determiner))
            {
                if (listed.Count > 2) break;
                listed.Clear();
                isJoined = true;
            }
        }
        return listed.Count > 2 ? listed : [];
    }

    /// <summary>"…, the minister explained": who says what stands elsewhere.</summary>
    private bool IsBareSaying(Clause clause, VerbGroup verb) => lexicon.Reporting.Contains(verb.Lemma) && clause.Elements.Count(e => !e.IsMark) <= LongestSaying;

    private static bool HasSign(Clause clause) =>
        clause.Elements.Any(e => e.Mention is Mention.Name { Via: not NameVia.Anaphor } or Mention.Name { Candidates.IsEmpty: false } or Mention.Figure || e.Mention is Mention.Time time && (!time.IsRelative || clause.Verb is { Time: VerbTime.Past } && clause.Elements.Length >= FewestTold));

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
