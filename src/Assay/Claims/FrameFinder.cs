using System.Collections.Immutable;
using Assay.Articles;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>Finds the frames of a sentence: patterns with a finite verb clause by clause, others over the whole sentence.</summary>
internal sealed class FrameFinder
{
    private readonly Lexicon _lexicon;
    private readonly ImmutableArray<Candidate> _patterns;
    private readonly PatternNeeds _needs;

    /// <summary>A pattern of a frame with what is told of it beforehand.</summary>
    private sealed record Candidate(Frame Frame, int Order, Pattern Pattern, PatternStep Start)
    {
        public bool IsOfClause { get; } = Pattern.HasFiniteVerb;

        // A name after a preposition or possessive is no subject: "the president of X is a member".
        public bool OpensWithName { get; } = (Pattern.HasFiniteVerb || Frame.Kind == ClaimKind.Ownership) && FrameFinder.OpensWithName(Pattern);
    }

    public FrameFinder(Lexicon lexicon, ImmutableArray<Frame> frames)
    {
        _lexicon = lexicon;
        _patterns = [.. frames.SelectMany((frame, order) => frame.Patterns.Select(pattern => PatternStep.Of(pattern) is { } start ? new Candidate(frame, order, pattern, start) : null)).OfType<Candidate>()];
        _needs = new PatternNeeds(_patterns.Select(candidate => candidate.Pattern));
    }

    /// <summary>The best matches, in the order of the sentence; of several that say the same, the fullest.</summary>
    public ImmutableArray<FrameMatch> Find(ParsedSentence sentence, ReadingLog? log = null)
    {
        var matcher = new PatternMatcher(_lexicon);
        var found = new List<FrameMatch>();
        var chances = _needs.ChancesIn(sentence.Elements);
        var clauses = sentence.Clauses.Select(clause => (Clause: clause, Chances: _needs.ChancesIn(clause.Elements))).ToArray();
        for (var i = 0; i < _patterns.Length; i++)
        {
            // What the whole sentence lacks no clause of it has, but for a subject that a clause borrows: that stands in the sentence too.
            if (!PatternNeeds.AreMet(i, chances)) continue;
            if (!_patterns[i].IsOfClause)
            {
                Collect(matcher, _patterns[i], sentence, null, sentence.Elements, found, log);
                continue;
            }
            foreach (var (clause, own) in clauses)
                if (PatternNeeds.AreMet(i, own)) Collect(matcher, _patterns[i], sentence, clause, clause.Elements, found, log);
        }
        return Select(found, log);
    }

    private static void Collect(PatternMatcher matcher, Candidate candidate, ParsedSentence sentence, Clause? clause, ImmutableArray<Element> elements, List<FrameMatch> found, ReadingLog? log)
    {
        for (var from = 0; from < elements.Length; from++)
        {
            if (!PatternMatcher.MayStart(candidate.Pattern, elements[from])) continue;
            if (candidate.OpensWithName && from > 0 && (elements[from - 1].Is(WordClass.Preposition) || elements[from - 1].Text == "'s")) continue;
            if (matcher.Match(candidate.Start, elements, from) is not { } match || match.To <= from) continue;
            var hangs = candidate.IsOfClause && HangsOnPreposition(elements, from, match);
            if (hangs && log is null) continue;
            var one = new FrameMatch(candidate.Frame, candidate.Order, sentence, clause, elements, from, match.To, match.Fillers);
            if (hangs) log!.Reject(one, RejectionReason.HangsOnPreposition);
            else found.Add(one);
        }
    }

    /// <summary>
    /// A match is dropped where a fuller one of its kind overlaps it and fills its roles with the same elements, or where its frame yields
    /// (stands later in the files) and says of the same elements what an earlier one says.
    /// </summary>
    private static ImmutableArray<FrameMatch> Select(List<FrameMatch> found, ReadingLog? log)
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
            if (IsGeneral(match.Frame.Kind) && kept.Find(k => Covers(k, match, elements)) is { } covering)
            {
                log?.Reject(match, RejectionReason.SaidByAnotherKind, covering.Frame.Id);
                continue;
            }
            var said = kept.Find(k => k.Span.Overlaps(match.Span) && Family(k.Frame.Kind) == Family(match.Frame.Kind)
                && (elements.Count == 0 || elements.IsSubsetOf(k.Fillers.Select(f => f.Element.Span)) || k.Span.Contains(match.Span) && k.Fillers.Any(f => elements.Contains(f.Element.Span))));
            if (said is null) kept.Add(match);
            else log?.Reject(match, RejectionReason.SaidMoreFully, said.Frame.Id);
        }
        return [.. kept.OrderBy(m => m.Span.Start).ThenBy(m => m.Span.End)];
    }

    /// <summary>Whether the first name filled stands before the verb, after a preposition: in "the Bank of X in Y signed" neither X nor Y does.</summary>
    private static bool HangsOnPreposition(ImmutableArray<Element> elements, int from, (int To, ImmutableArray<Filler> Fillers) match)
    {
        if (match.Fillers.FirstOrDefault(f => f.Element.Mention is Mention.Name) is not { Cases: GrammaticalCase.None, Type: RoleType.Actor or RoleType.Party or RoleType.State or RoleType.Holder } first) return false;
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
        Pattern.Role { Cases: GrammaticalCase.None, Type: RoleType.Actor or RoleType.Known or RoleType.State or RoleType.Bloc or RoleType.Holder or RoleType.Party or RoleType.Asset } => true,
        Pattern.Sequence { Items: [var first, ..] } => OpensWithName(first),
        _ => false,
    };

    private static ClaimKind Family(ClaimKind kind) => kind == ClaimKind.OwnershipShare ? ClaimKind.Ownership : kind;
}
