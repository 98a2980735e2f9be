using System.Collections.Immutable;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>Finds the frames of a sentence: patterns with a finite verb clause by clause, others over the whole sentence.</summary>
internal sealed class FrameFinder(Lexicon lexicon, ImmutableArray<Frame> frames)
{
    /// <summary>The best matches, in the order of the sentence; of several that say the same, the fullest.</summary>
    public ImmutableArray<FrameMatch> Find(ParsedSentence sentence)
    {
        var matcher = new PatternMatcher(lexicon);
        var found = new List<FrameMatch>();
        foreach (var frame in frames)
        {
            foreach (var pattern in frame.Patterns)
            {
                if (pattern.HasFiniteVerb)
                {
                    foreach (var clause in sentence.Clauses) Collect(matcher, frame, pattern, sentence, clause, clause.Elements, found);
                }
                else
                {
                    Collect(matcher, frame, pattern, sentence, null, sentence.Elements, found);
                }
            }
        }
        return Select(found);
    }

    private static void Collect(PatternMatcher matcher, Frame frame, Pattern pattern, ParsedSentence sentence, Clause? clause, ImmutableArray<Element> elements, List<FrameMatch> found)
    {
        var opensWithName = (pattern.HasFiniteVerb || frame.Kind == ClaimKind.Ownership) && OpensWithName(pattern);
        for (var from = 0; from < elements.Length; from++)
        {
            // A name after a preposition or possessive is no subject: "the president of X is a member".
            if (opensWithName && from > 0 && (elements[from - 1].Is(WordClass.Preposition) || elements[from - 1].Text == "'s")) continue;
            if (matcher.Match(pattern, elements, from) is not { } match || match.To <= from) continue;
            found.Add(new FrameMatch(frame, sentence, clause, elements, from, match.To, match.Fillers));
        }
    }

    /// <summary>
    /// A match is dropped where a fuller one of its kind overlaps it and fills its roles with the same elements, or where its frame yields
    /// (stands later in the files) and says of the same elements what an earlier one says.
    /// </summary>
    private ImmutableArray<FrameMatch> Select(List<FrameMatch> found)
    {
        var kept = new List<FrameMatch>();
        foreach (var match in found
            .OrderBy(m => m.Frame.LeavesClause)
            .ThenByDescending(m => m.Fillers.Length)
            .ThenBy(m => frames.IndexOf(m.Frame))
            .ThenBy(m => m.Span.Length)
            .ThenBy(m => m.Span.Start))
        {
            var elements = match.Fillers.Select(f => f.Element.Span).ToHashSet();
            var said = kept.Any(k => k.Span.Overlaps(match.Span) && Family(k.Frame.Kind) == Family(match.Frame.Kind)
                && (elements.Count == 0 || elements.IsSubsetOf(k.Fillers.Select(f => f.Element.Span)) || k.Span.Contains(match.Span) && k.Fillers.Any(f => elements.Contains(f.Element.Span))));
            if (!said) kept.Add(match);
        }
        return [.. kept.OrderBy(m => m.Span.Start).ThenBy(m => m.Span.End)];
    }

    private static bool OpensWithName(Pattern pattern) => pattern switch
    {
        Pattern.Role { Type: RoleType.Actor or RoleType.Known or RoleType.State or RoleType.Bloc or RoleType.Holder or RoleType.Party or RoleType.Asset } => true,
        Pattern.Sequence { Items: [var first, ..] } => OpensWithName(first),
        _ => false,
    };

    private static ClaimKind Family(ClaimKind kind) => kind == ClaimKind.OwnershipShare ? ClaimKind.Ownership : kind;
}
