using Assay.Articles;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>Tells how a clause is put forward: in the article's own voice, taken for granted inside a question, in someone's mouth, or as still to come.</summary>
internal sealed class StanceReader(Article article, Lexicon lexicon)
{
    private static readonly HashSet<string> Hypothetical = ["if", "unless", "whether", "lest"];
    private static readonly HashSet<string> Intending = ["expect", "be expect", "plan", "be plan", "intend", "hope", "want", "seek", "aim", "try", "threaten", "consider", "refuse", "propose", "be set", "be due", "be likely", "need", "be suppose", "promise", "pledge", "agree", "decide", "offer", "wish", "be slate", "be schedule"];
    private static readonly HashSet<string> Doubting = ["deny", "doubt", "hope", "wish", "fear", "want", "propose", "demand", "pretend", "imagine"];

    /// <summary>
    /// The stance of a frame or clause. With <paramref name="ofIntent"/>, what someone means to do is a claim about their meaning to.
    /// Null: it is put forward in no way that could be checked (a condition, a yes-or-no question, a wish).
    /// </summary>
    public Told? Read(ParsedSentence sentence, Clause? clause, VerbGroup? verb, bool ofIntent = false)
    {
        if (clause is not null && Hypothetical.Contains(clause.Marker)) return null;
        if (verb is not null)
        {
            if (verb.Time == VerbTime.Future || verb.Modal.Length > 0 && !(ofIntent && verb.Modal is ("can" or "cannot" or "can't")) || !ofIntent && verb.Governors.Any(Intending.Contains))
                return verb.Governors.Any(g => g is "be expect" or "be plan" or "be due" or "be set" or "be schedule") ? new Told(Stance.Predicted, "", true) : verb.Governors.Contains("need") && sentence.Sentence.IsQuestion ? new Told(Stance.Presupposed, "", true) : null;
        }
        if (sentence.Sentence.IsQuestion)
        {
            if (clause is null) return new Told(Stance.Presupposed, "", true);
            var opening = sentence.Elements.FirstOrDefault(e => !e.IsMark && !e.Is(WordClass.Conjunction | WordClass.Adverb) && e.Mention is null or Mention.Name);
            var presupposes = opening is { IsWord: true, Text: "why" or "how" or "when" or "where" };
            return presupposes || clause.Kind is ClauseKind.Relative or ClauseKind.Subordinate && clause.Marker is not ("what" or "how" or "why") ? new Told(Stance.Presupposed, "", true) : null;
        }
        var index = clause is null ? -1 : sentence.Clauses.IndexOf(clause);
        if (clause is { Kind: ClauseKind.Complement } && index > 0)
        {
            var teller = sentence.Clauses.Take(index).LastOrDefault(c => c.Kind != ClauseKind.Complement && c.Verb is { } v && lexicon.Reporting.Contains(v.Lemma));
            if (teller is not null)
            {
                if (Doubting.Contains(teller.Verb!.Lemma)) return null;
                return By(ClauseSplitter.SubjectOf(teller.Elements), sentence);
            }
            // "What is worse is that …" puts forward what follows.
            if (sentence.Clauses[index - 1] is { Marker: "what" } cleft && cleft.Elements.Any(e => e.Verb is { Lemma: "be", IsFinite: true, IsNegated: false })) return new Told(Stance.Asserted, "", true);
            var thinker = sentence.Clauses[index - 1].Verb;
            if (thinker is not null && Doubting.Contains(thinker.Lemma)) return null;
            return new Told(Stance.Attributed, "", false);
        }
        // "…, Kazatomprom said": a verb of saying at the end tells who speaks.
        if (sentence.Clauses.Length > 1 && sentence.Clauses[^1] is { Verb: { } last } closing && closing != clause && lexicon.Reporting.Contains(last.Lemma) && closing.VerbAt >= closing.Elements.Length - 3 && closing.Kind == ClauseKind.Main)
            return By(ClauseSplitter.SubjectOf(closing.Elements), sentence);
        // "…, says X, …": an insertion.
        if (lexicon.Inflection is not null && sentence.Clauses.LastOrDefault(c => c != clause && c.Kind == ClauseKind.Main && Own(c).FirstOrDefault()?.Verb is { IsFinite: true } told && lexicon.Reporting.Contains(told.Lemma)) is { } insertion)
            return By(ClauseSplitter.SubjectOf([.. Own(insertion)]), sentence);
        for (var i = 0; i + 2 < sentence.Elements.Length; i++)
            if (sentence.Elements[i].Text == "according" && sentence.Elements[i + 1].Text == "to")
                return By([.. sentence.Elements.Skip(i + 2).Take(4)], sentence);
        return new Told(Stance.Asserted, "", true);
    }

    private static IEnumerable<Element> Own(Clause clause) => clause.Elements.Where(element => !element.IsBorrowed);

    /// <summary>In the mouth of a subject: somebody in particular where it ends in a name, not "Western analysts", "nobody" or "propaganda".</summary>
    private Told By(IReadOnlyList<Element> subject, ParsedSentence sentence)
    {
        var own = subject.Where(e => e.Span.Length > 0).ToArray();
        if (own.Length == 0) return new Told(Stance.Attributed, "", false);
        var last = own.LastOrDefault(e => e.Mention is Mention.Name);
        var opens = last is not null && last.Span.Start == sentence.Sentence.Span.Start;
        var isNamed = last is not null && (own[^1] == last || own[^1].Is(WordClass.Adverb)) && last.Name is { Via: not NameVia.Anaphor } name && (!name.Candidates.IsEmpty || !opens || last.Text.Contains(' ', StringComparison.Ordinal));
        return new Told(Stance.Attributed, article.Quote(new TextSpan(own.Min(e => e.Span.Start), own.Max(e => e.Span.End))), isNamed);
    }
}

/// <summary>How something is put forward.</summary>
/// <param name="Stance">The stance.</param>
/// <param name="Speaker">In whose mouth; empty: the article's own.</param>
/// <param name="IsNamed">Whether the speaker is somebody in particular.</param>
internal sealed record Told(Stance Stance, string Speaker, bool IsNamed);
