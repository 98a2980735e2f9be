using System.Collections.Immutable;
using Assay.Articles;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>Finds the frames of a sentence: patterns with a finite verb clause by clause, others over the whole sentence.</summary>
internal sealed class FrameFinder(Lexicon lexicon, ImmutableArray<Frame> frames)
{
    private readonly ImmutableArray<(Frame Frame, int Order, Pattern Pattern, PatternNeeds Needs, bool IsOfClause)> _patterns =
        [.. frames.SelectMany((frame, order) => frame.Patterns.Select(pattern => (frame, order, pattern, new PatternNeeds(pattern), pattern.HasFiniteVerb)))];

    /// <summary>The best matches, in the order of the sentence; of several that say the same, the fullest.</summary>
    public ImmutableArray<FrameMatch> Find(ParsedSentence sentence)
    {
        var matcher = new PatternMatcher(lexicon);
        var found = new List<FrameMatch>();
        var signs = PatternNeeds.SignsOf(sentence.Elements);
        var clauses = sentence.Clauses.Select(clause => (Clause: clause, Signs: PatternNeeds.SignsOf(clause.Elements))).ToArray();
        foreach (var (frame, order, pattern, needs, isOfClause) in _patterns)
        {
            if (!isOfClause)
            {
                if (needs.AreMet(signs)) Collect(matcher, frame, order, pattern, sentence, null, sentence.Elements, found);
                continue;
            }
            foreach (var (clause, own) in clauses)
                if (needs.AreMet(own)) Collect(matcher, frame, order, pattern, sentence, clause, clause.Elements, found);
        }
        return Select(found);
    }

    private static void Collect(PatternMatcher matcher, Frame frame, int order, Pattern pattern, ParsedSentence sentence, Clause? clause, ImmutableArray<Element> elements, List<FrameMatch> found)
    {
        var opensWithName = (pattern.HasFiniteVerb || frame.Kind == ClaimKind.Ownership) && OpensWithName(pattern);
        for (var from = 0; from < elements.Length; from++)
        {
            if (!PatternMatcher.MayStart(pattern, elements[from])) continue;
            // A name after a preposition or possessive is no subject: "the president of X is a member".
            if (opensWithName && from > 0 && (elements[from - 1].Is(WordClass.Preposition) || elements[from - 1].Text == "'s")) continue;
            if (matcher.Match(pattern, elements, from) is not { } match || match.To <= from) continue;
            if (pattern.HasFiniteVerb && HangsOnPreposition(elements, from, match)) continue;
            found.Add(new FrameMatch(frame, order, sentence, clause, elements, from, match.To, match.Fillers));
        }
    }

    /// <summary>
    /// A match is dropped where a fuller one of its kind overlaps it and fills its roles with the same elements, or where its frame yields
    /// (stands later in the files) and says of the same elements what an earlier one says.
    /// </summary>
    private static ImmutableArray<FrameMatch> Select(List<FrameMatch> found)
    {
        var kept = new List<FrameMatch>();
        foreach (var match in found
            .OrderBy(m => IsGeneral(m.Frame.Kind))
            .ThenBy(m => m.Frame.LeavesClause)
            .ThenByDescending(m => m.Fillers.Length)
            .ThenBy(m => m.Order)
            .ThenBy(m => m.Span.Length)
            .ThenBy(m => m.Span.Start))
        {
            var elements = match.Fillers.Select(f => f.Element.Span).ToHashSet();
            if (IsGeneral(match.Frame.Kind) && kept.Any(k => Covers(k, match, elements))) continue;
            var said = kept.Any(k => k.Span.Overlaps(match.Span) && Family(k.Frame.Kind) == Family(match.Frame.Kind)
                && (elements.Count == 0 || elements.IsSubsetOf(k.Fillers.Select(f => f.Element.Span)) || k.Span.Contains(match.Span) && k.Fillers.Any(f => elements.Contains(f.Element.Span))));
            if (!said) kept.Add(match);
        }
        return [.. kept.OrderBy(m => m.Span.Start).ThenBy(m => m.Span.End)];
    }

    /// <summary>Whether the first name filled stands before the verb, after a preposition: in "the Bank of X in Y signed" neither X nor Y does.</summary>
    private static bool HangsOnPreposition(ImmutableArray<Element> elements, int from, (int To, ImmutableArray<Filler> Fillers) match)
    {
        if (match.Fillers.FirstOrDefault(f => f.Element.Mention is Mention.Name) is not { Type: RoleType.Actor or RoleType.Party or RoleType.State or RoleType.Holder } first) return false;
        var at = elements.IndexOf(first.Element);
        var hasVerbBefore = elements.Skip(from).Take(Math.Max(0, at - from)).Any(e => e.Verb is not null || e.IsOpenWord || e.Mention is Mention.Figure or Mention.Goods or Mention.Topic);
        var before = at - 1;
        while (before >= 0 && elements[before].Is(WordClass.Determiner)) before--;
        return !hasVerbBefore && before >= 0 && elements[before].Is(WordClass.Preposition) && !elements[before].IsBorrowed;
    }

    /// <summary>What a frame of another kind says of the same figure, or of most of the same words, a general one needn't say again.</summary>
    private static bool Covers(FrameMatch kept, FrameMatch general, HashSet<TextSpan> elements)
    {
        if (!kept.Span.Overlaps(general.Span)) return false;
        var figures = general.Fillers.Where(f => f.Element.Mention is Mention.Figure).Select(f => f.Element.Span).ToList();
        if (figures.Count > 0) return kept.Fillers.Any(f => figures.Contains(f.Element.Span));
        var shared = Math.Min(kept.Span.End, general.Span.End) - Math.Max(kept.Span.Start, general.Span.Start);
        return shared * 2 > general.Span.Length && (elements.Count == 0 || kept.Fillers.Any(f => elements.Contains(f.Element.Span)));
    }

    private static bool IsGeneral(ClaimKind kind) => kind is ClaimKind.ShareOfTotal or ClaimKind.Quantity or ClaimKind.Other;

    private static bool OpensWithName(Pattern pattern) => pattern switch
    {
        Pattern.Role { Type: RoleType.Actor or RoleType.Known or RoleType.State or RoleType.Bloc or RoleType.Holder or RoleType.Party or RoleType.Asset } => true,
        Pattern.Sequence { Items: [var first, ..] } => OpensWithName(first),
        _ => false,
    };

    private static ClaimKind Family(ClaimKind kind) => kind == ClaimKind.OwnershipShare ? ClaimKind.Ownership : kind;
}
