using System.Collections.Immutable;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>
/// Tells whether a clause says nothing but what a frame found in it: a match that leaves out a number, a condition, a second party or a manner
/// would have another claim checked than the article makes.
/// </summary>
internal sealed class PlainClause(Lexicon lexicon)
{
    /// <summary>Whether every element of the clause is a role, the one verb, the one date or a word of the class that adds nothing.</summary>
    public bool SaysOnly(FrameMatch match)
    {
        if (match.Clause is not { } clause) return false;
        var fillers = match.Fillers.Select(filler => filler.Element).ToHashSet();
        var times = 0;
        var verbs = 0;
        for (var i = 0; i < clause.Elements.Length; i++)
        {
            var element = clause.Elements[i];
            if (fillers.Contains(element) || element.IsBorrowed && element.Mention is Mention.Name) continue;
            if (element.Verb is { } verb)
            {
                if (++verbs > 1 || !verb.IsFinite || HasManner(match, element)) return false;
                continue;
            }
            if (element.Mention is Mention.Time)
            {
                if (++times > 1) return false;
                continue;
            }
            if (!IsEmpty(clause.Elements, i, match.From) && !IsSense(match, element) && !IsSaid(match, clause.Elements, i)) return false;
        }
        return verbs == 1 && Fillers(match).All(filler => !IsPossessed(clause.Elements, filler));
    }

    /// <summary>"has quietly left", "was once run": an adverb inside the verb group.</summary>
    private bool HasManner(FrameMatch match, Element verb) => match.Sentence.Sentence.Tokens.Any(token => verb.Span.Contains(token.Span) && !lexicon.Verbs.ContainsKey(token.Folded) && !lexicon.Is(token.Folded, WordClass.PlainWord)
        && (lexicon.Is(token.Folded, WordClass.Tempering) || token.Folded.EndsWith("ly", StringComparison.Ordinal)));

    /// <summary>The word for the way of belonging that the frame itself asks for: "observer".</summary>
    private static bool IsSense(FrameMatch match, Element element) => match.Frame.Membership != Questions.MembershipSense.Full && match.Matched.Contains(element)
        && element.IsWord && element.Text.StartsWith(match.Frame.Membership.ToString(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Where order is free: what the frame itself names, and the noun that makes a filler the nationals of a state.</summary>
    private bool IsSaid(FrameMatch match, ImmutableArray<Element> elements, int at)
    {
        if (lexicon.Inflection is null || !elements[at].IsWord) return false;
        if (match.Matched.Contains(elements[at]) && match.Frame.Says(elements[at])) return true;
        return elements[at].Is(InflectedNames.Naming) && match.Fillers.Any(filler => (filler.IsNationals || filler.IsStateItself) && Math.Abs(elements.IndexOf(filler.Element) - at) == 1);
    }

    private static IEnumerable<Element> Fillers(FrameMatch match) => match.Fillers.Select(filler => filler.Element).Where(element => element.Mention is Mention.Name);

    // "and in 2009", "Also,": what joins a clause to another stands before the match; inside, only marks of lists.
    private bool IsEmpty(ImmutableArray<Element> elements, int at, int from)
    {
        var element = elements[at];
        if (element.IsMark) return element.Text is "," or "\"" || at == elements.Length - 1;
        if (element.Mention is Mention.Topic) return element.Text.Split(' ').All(word => lexicon.Is(word, WordClass.PlainWord));
        if (!element.IsWord) return false;
        if (element.Is(WordClass.PlainWord) || element.Text == "'s") return true;
        return at < from && element.Is(WordClass.Conjunction) && element.Text is "and" || at > 0 && element.Text is "and" && lexicon.Is("and", WordClass.Conjunction);
    }

    /// <summary>"X's ministry", where X fills a role: not it, but something of it. Where the frame itself asks for the possessive, it stands between two roles.</summary>
    private static bool IsPossessed(ImmutableArray<Element> elements, Element filler)
    {
        var at = elements.IndexOf(filler);
        return at >= 0 && at + 1 < elements.Length && elements[at + 1].Text == "'s" && !elements.Skip(at + 2).Take(2).Any(next => next.Is(WordClass.StakeNoun));
    }
}
