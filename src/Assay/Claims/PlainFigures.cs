using System.Collections.Immutable;
using Assay.Articles;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>
/// Tells whether a clause says of a figure what its frame says and nothing more. Every element of the clause must be accounted for: a second
/// name or figure, "offshore", "capacity", "per head", "so far" make it another figure than the record's, so that it is found but not decided.
/// </summary>
internal sealed class PlainFigures(Article article, Lexicon lexicon)
{
    private const string UpTo = "up-to";
    private static readonly HashSet<string> Harmless = ["although", "though", "while", "whereas", "because"];
    private static readonly HashSet<string> Within = ["in", "during", "for"];

    /// <param name="match">The match.</param>
    /// <param name="unit">Where the unit stands; null: none.</param>
    /// <param name="mayDeny">Whether a plain denial is as clear: of a figure it isn't ("did not produce 20,000 tonnes": less, more, or none).</param>
    public bool Are(FrameMatch match, TextSpan? unit, bool mayDeny = false)
    {
        if (match.IsNegated && !mayDeny || match.Sentence.Clauses.Any(clause => clause != match.Clause && Limits(match, clause))) return false;
        var elements = match.Clause?.Elements ?? match.Sentence.Elements;
        var fillers = match.Fillers.Select(filler => filler.Element).ToHashSet();
        // "Up to 60 percent" says hardly less than that it is as much.
        if (match.Fillers.Any(filler => filler.IsNationals || filler.IsStateItself || filler.Element.Mention is Mention.Figure { Hedge.Id: UpTo })) return false;
        var (times, verbs) = (0, 0);
        for (var i = 0; i < elements.Length; i++)
        {
            var e = elements[i];
            if (fillers.Contains(e) || unit is { } words && words.Contains(e.Span) && e.Span.Length > 0) continue;
            if (e.Verb is { } verb)
            {
                if (!match.Matched.Contains(e) || !verb.IsFinite || verb.IsProgressive || verb.Time == VerbTime.Perfect || verb.Modal.Length > 0 || verb.Governors.Length > 0 || ++verbs > 1 || HidesAdverb(match, e)) return false;
            }
            else if (e.Mention is Mention.Time)
            {
                if (++times > 1 || !IsWhole(elements, i)) return false;
            }
            else if (e.IsMark)
            {
                if (!IsOuter(elements, i)) return false;
            }
            else if (e.Mention is Mention.Topic && match.Frame.Says(e))
            {
                continue;
            }
            else if (e.Mention is not null || !e.Is(WordClass.FigureWord) && !match.Frame.Says(e))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>"in 2024", "2024's", "last year": the whole period, not "early 2024", "by 2024", "since 2024".</summary>
    private static bool IsWhole(ImmutableArray<Element> elements, int at)
    {
        if (at == 0) return true;
        var before = elements[at - 1];
        if (before.IsMark && before.Text == "," || before.IsWord && Within.Contains(before.Text)) return true;
        return elements[at].Mention is Mention.Time { IsRelative: true } && (before.Mention is not null || before.Verb is not null || before.IsWord && !before.Is(WordClass.Preposition) && !before.IsOpenWord);
    }

    /// <summary>"reportedly produced", "does not only work": an adverb inside the verb group.</summary>
    private bool HidesAdverb(FrameMatch match, Element verb) => match.Sentence.Sentence.Tokens.Any(token => verb.Span.Contains(token.Span)
        && !lexicon.Verbs.ContainsKey(token.Folded) && !lexicon.Is(token.Folded, WordClass.AuxiliaryBe | WordClass.AuxiliaryHave | WordClass.AuxiliaryDo | WordClass.FigureWord)
        && token.Folded is not ("not" or "n't"));

    /// <summary>A mark at either end, or the comma after a date that opens the clause.</summary>
    private static bool IsOuter(ImmutableArray<Element> elements, int at)
    {
        if (elements[at].Text is not ("," or "." or ";" or ":" or "!" or "\"")) return false;
        if (elements.Skip(at + 1).All(e => e.IsMark)) return true;
        return elements[at].Text == "," && elements.Take(at).All(e => e.Mention is Mention.Time || e.Is(WordClass.Preposition) || e.IsBorrowed);
    }

    /// <summary>"if condensate is counted", "oil that was exported", "- on paper": what stands beside the clause narrows it.</summary>
    private bool Limits(FrameMatch match, Clause clause) => clause.Span.Length > 0 && (clause.Verb is null && clause.Span.Start > match.Span.Start || clause.Kind switch
    {
        ClauseKind.Subordinate => !Harmless.Contains(clause.Marker),
        ClauseKind.Relative => clause.Span.Start > match.Span.Start && (lexicon.Inflection is not null || !article.Text.AsSpan(0, clause.Span.Start).TrimEnd().EndsWith(",", StringComparison.Ordinal)),
        _ => false,
    });

    /// <summary>The unit after a figure, and where it stands.</summary>
    public (UnitWord Word, TextSpan Span)? UnitAfter(FrameMatch match, Element figure)
    {
        var tokens = match.Sentence.Sentence.Tokens;
        var at = 0;
        while (at < tokens.Length && tokens[at].Span.Start < figure.Span.End) at++;
        if (at >= tokens.Length) return null;
        var length = lexicon.Units.Match(tokens, at, out var word);
        if (length == 0) return null;
        var span = new TextSpan(tokens[at].Span.Start, tokens[at + length - 1].Span.End);
        return word!.Written.Length == 0 || article.Quote(span) == word.Written ? (word, span) : null;
    }
}
