using Assay.Articles;
using Assay.Evidence;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>Tells the kind of a claim that no frame reads by the words that stand in it (<c>signs.yaml</c>).</summary>
internal sealed class SignReader(Lexicon lexicon)
{
    /// <summary>The kind of which a passage bears the signs; where it bears none, an event if its verb tells of something that happened.</summary>
    public ClaimKind KindOf(ParsedSentence sentence, TextSpan span, VerbGroup? verb)
    {
        var elements = sentence.Elements.Where(element => element.Span.Length > 0 && span.Contains(element.Span)).ToArray();
        // A "treaty" in the name of a body is none.
        var names = elements.Where(e => e.Name?.OfKind(EntityKind.Bloc) is not null).Select(e => e.Span).ToArray();
        var tokens = sentence.Sentence.Tokens.Where(token => span.Contains(token.Span) && !names.Any(name => name.Contains(token.Span))).ToArray();
        foreach (var sign in lexicon.Signs)
            if (Fits(sign, tokens, elements)) return sign.Kind;
        verb ??= elements.Any(e => e.Mention is Mention.Time) ? elements.Select(e => e.Verb).FirstOrDefault(v => v is not null) : null;
        return verb is not null && (Happens(verb) || lexicon.Reporting.Contains(verb.Lemma)) ? ClaimKind.Event : ClaimKind.Other;
    }

    /// <summary>Whether a verb group tells of something that happened.</summary>
    public bool Happens(VerbGroup verb) => verb.Time is VerbTime.Past or VerbTime.Perfect && !lexicon.StateVerbs.Contains(verb.Lemma);

    private static bool Fits(KindSign sign, Token[] tokens, Element[] elements) =>
        (sign.Figure.Length == 0 || elements.Any(e => e.Mention is Mention.Figure { Unit.Length: > 0 } figure && figure.IsShare == (sign.Figure == "share")))
        && (sign.Name.Length == 0 || elements.Any(e => e.Name is { } name && (sign.Name == "body" ? name.OfKind(EntityKind.Bloc) is not null : IsCompany(name))))
        && (sign.Words is null && sign.Verbs.Count == 0
            || sign.Words?.Occurs(tokens, 0, tokens.Length) == true
            || elements.Any(e => e.Verb is { IsFinite: true } verb && sign.Verbs.Contains(verb.Lemma)));

    private static bool IsCompany(Mention.Name name) =>
        name.Via == NameVia.None || name.OfKind(EntityKind.Company, EntityKind.Fund, EntityKind.Field, EntityKind.Mine, EntityKind.Pipeline, EntityKind.Port) is not null;
}
