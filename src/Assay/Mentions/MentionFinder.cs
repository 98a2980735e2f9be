using System.Collections.Immutable;
using Assay.Articles;
using Assay.Evidence;

namespace Assay.Mentions;

/// <summary>Turns the tokens of a sentence into elements: names, figures, dates, goods, topics, offices, and the words between.</summary>
internal sealed class MentionFinder(Lexicon lexicon, NameIndex names)
{
    private readonly FigureReader _figures = new(lexicon);
    private readonly DateFinder _dates = new(lexicon);

    /// <summary>The elements of a sentence; verbs are not grouped yet.</summary>
    public ImmutableArray<Element> Find(string text, Sentence sentence, PartialDate? asOf)
    {
        var tokens = sentence.Tokens;
        var times = new TimeReader(lexicon, _dates, asOf);
        var elements = ImmutableArray.CreateBuilder<Element>(tokens.Length);
        for (var i = 0; i < tokens.Length;)
        {
            var length = Match(text, tokens, i, times, out var mention);
            if (length > 0)
            {
                elements.Add(Wrap(tokens, i, length, mention!));
                i += length;
                continue;
            }
            var token = tokens[i++];
            elements.Add(new Element(token.Span, token.Folded, token.Kind == TokenKind.Mark ? WordClass.None : token.Word.Classes)
            {
                IsMark = token.Kind == TokenKind.Mark && token.Folded != "'s",
                IsGlued = token.IsGlued,
                Word = token.Word,
            });
        }
        return DropStrangers(elements.ToImmutable());
    }

    private int Match(string text, ImmutableArray<Token> tokens, int at, TimeReader times, out Mention? mention)
    {
        mention = null;
        var token = tokens[at];
        if (token.Kind == TokenKind.Mark && token.Folded is not ("$" or "€" or "£" or "¥" or "₽")) return 0;

        var length = times.Match(text, tokens, at, out var time);
        if (length > 0)
        {
            mention = time;
            return length;
        }
        length = _figures.Match(text, tokens, at, out var figure);
        if (length > 0)
        {
            mention = figure;
            return length;
        }
        if (token.Kind != TokenKind.Word) return 0;

        var (topic, goods, office) = (0, 0, 0);
        AgreementTopic? about = null;
        Commodity? commodity = null;
        string? title = null;
        if (token.Word.Opens is var opens and not Opening.None)
        {
            if ((opens & Opening.Topic) != 0) topic = lexicon.AgreementTopics.Match(tokens, at, out about);
            if ((opens & Opening.Goods) != 0) goods = lexicon.Commodities.Match(tokens, at, out commodity);
            if ((opens & Opening.Office) != 0) office = lexicon.Offices.Match(tokens, at, out title);
        }
        var name = NameAt(text, tokens, at, out var named);
        var longest = Math.Max(Math.Max(topic, goods), Math.Max(office, name));
        if (longest == 0) return 0;
        mention = longest == name ? named
            : longest == topic ? new Mention.Topic(about!) { Span = default }
            : longest == goods ? new Mention.Goods(commodity!) { Span = default }
            : new Mention.Office(title!) { Span = default };
        return longest;
    }

    /// <summary>A name of the record, or a run of capitals that the record does not know.</summary>
    private int NameAt(string text, ImmutableArray<Token> tokens, int at, out Mention.Name? name)
    {
        name = null;
        var isFirst = at == 0 || tokens[at - 1].Folded is "\"" && at == 1;
        var known = names.Match(text, tokens, at, out var entities);
        if (known == 1 && isFirst && (tokens[at].Word.Classes & (WordClass.WeakName | WordClass.Determiner | WordClass.Preposition | WordClass.Pronoun)) != 0 && !LooksLikeName(tokens, at)) known = 0;
        if (known > 0)
        {
            var run = CapitalRun(tokens, at + known);
            // "China" in "China Northern Rare Earth Group" names no state: the name goes on to the noun of an organisation.
            if (run > 0 && entities.All(e => e.Entity.Kind is EntityKind.State or EntityKind.Place or EntityKind.Port or EntityKind.Field or EntityKind.Group)
                && EndsOrganisation(tokens, at + known, run))
            {
                name = new Mention.Name([], NameVia.None) { Span = default, Rejected = [.. entities.Select(e => new RejectedLink(e.Entity, LinkRejection.PartOfLongerName))] };
                return known + run;
            }
            // "The UN Security Council" is not the UN.
            if (run > 0 && entities.All(e => e.Entity.Kind == EntityKind.Bloc) && tokens[at + known].Kind == TokenKind.Word && names.Match(text, tokens, at + known, out _) == 0)
            {
                name = new Mention.Name([], NameVia.None) { Span = default, Rejected = [.. entities.Select(e => new RejectedLink(e.Entity, LinkRejection.PartOfLongerName))] };
                return known + run;
            }
            var first = entities[0];
            name = new Mention.Name([.. entities.Select(e => e.Entity)], first.IsMetonym ? NameVia.Metonym : NameVia.Name) { Span = default };
            return known;
        }
        if (!tokens[at].IsCapitalised || lexicon.Is(tokens[at].Folded, WordClass.Closed)) return 0;
        if (OpensOffice(tokens, at)) return 0;
        var length = CapitalRun(tokens, at);
        if (length == 0) return 0;
        if (lexicon.Inflection is { } inflection)
        {
            // At the head of a sentence any word has a capital; a name that the record knows ends what it does not.
            if (isFirst && (inflection.Forms.ContainsKey(tokens[at].Folded) || inflection.VerbOf(tokens[at].Folded) is not null)) return 0;
            for (var i = 1; i < length; i++)
                if (names.Match(text, tokens, at + i, out _) > 0) length = i;
        }
        if (isFirst && length == 1 && !tokens[at].HasInnerCapital && (lexicon.Verbs.ContainsKey(tokens[at].Folded) || !LooksLikeName(tokens, at))) return 0;
        name = new Mention.Name([], NameVia.None) { Span = default };
        return length;
    }

    /// <summary>At the head of a sentence a capital says nothing; a verb, possessive or comma after a word that is in no class does.</summary>
    private bool LooksLikeName(ImmutableArray<Token> tokens, int at)
    {
        if (tokens[at].Folded.EndsWith("ly", StringComparison.Ordinal) || tokens[at].Folded.EndsWith("ing", StringComparison.Ordinal)) return false;
        if (at + 1 >= tokens.Length) return false;
        var next = tokens[at + 1];
        return next.Folded is "'s" or "," or "(" || lexicon.Is(next.Folded, WordClass.AuxiliaryBe | WordClass.AuxiliaryHave | WordClass.Modal)
            || lexicon.Verbs.TryGetValue(next.Folded, out var verb) && verb.Tense is VerbTense.Third or VerbTense.Past && !tokens[at].Folded.EndsWith('s');
    }

    /// <summary>How many capitalised words that no phrase claims stand in a row; small links ("of", "de") count between them.</summary>
    private int CapitalRun(ImmutableArray<Token> tokens, int at)
    {
        var i = at;
        while (i < tokens.Length)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Word && token.IsCapitalised && Free(token))
            {
                if (i > at && OpensOffice(tokens, i)) break;
                i++;
                continue;
            }
            if (i > at && token.Folded is "-" or "&" or "'" && token.IsGlued | token.Folded == "&" && i + 1 < tokens.Length && (tokens[i + 1].IsCapitalised || tokens[i + 1].Kind == TokenKind.Number) && (tokens[i + 1].IsGlued || token.Folded == "&"))
            {
                i += 2;
                continue;
            }
            if (i > at && token.Folded is "de" or "al" or "el" or "bin" or "van" or "von" or "der" && i + 1 < tokens.Length && tokens[i + 1].IsCapitalised)
            {
                i += 2;
                continue;
            }
            if (i > at && token.Folded == "." && token.IsGlued && tokens[i - 1].Folded.Length <= 4 && lexicon.Abbreviations.Contains(tokens[i - 1].Folded) && i + 1 < tokens.Length)
            {
                i++;
                continue;
            }
            break;
        }
        return Math.Min(i, tokens.Length) - at;

        bool Free(Token token) =>
            (token.Word.Classes & (WordClass.Determiner | WordClass.Preposition | WordClass.Conjunction | WordClass.Pronoun | WordClass.Modal | WordClass.Subordinator | WordClass.Adverb | WordClass.FirstPerson | WordClass.AuxiliaryBe | WordClass.AuxiliaryHave | WordClass.AuxiliaryDo | WordClass.Negation)) == 0
            && !lexicon.Months.ContainsKey(token.Folded) && !lexicon.Weekdays.ContainsKey(token.Folded);
    }

    private bool OpensOffice(ImmutableArray<Token> tokens, int at) => (tokens[at].Word.Opens & Opening.Office) != 0 && lexicon.Offices.Match(tokens, at, out _) > 0;

    private bool EndsOrganisation(ImmutableArray<Token> tokens, int from, int length)
    {
        for (var i = from; i < from + length; i++)
            if (lexicon.Is(tokens[i].Folded, WordClass.OrganisationNoun)) return true;
        return false;
    }

    /// <summary>
    /// "The finance ministry" is that of the country spoken of, not of the one whose ministry the record happens to know:
    /// a name made of words that every state uses needs its state in the sentence.
    /// </summary>
    private ImmutableArray<Element> DropStrangers(ImmutableArray<Element> elements)
    {
        HashSet<EntityId>? states = null;
        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i].Name is not { Entity: { Kind: EntityKind.Agency or EntityKind.Group or EntityKind.Fund, Country: { } country } } name) continue;
            if (!elements[i].Text.Split(' ').All(word => lexicon.Is(word, WordClass.GenericName))) continue;
            states ??= [.. elements.SelectMany(e => e.Name?.Candidates ?? []).Where(c => c.Kind == EntityKind.State).Select(c => c.EntityId)];
            if (!states.Contains(country))
                elements = elements.SetItem(i, elements[i] with { Mention = name with { Candidates = [], Via = NameVia.None, Rejected = [.. name.Candidates.Select(candidate => new RejectedLink(candidate, LinkRejection.StateNotNamed))] } });
        }
        return elements;
    }

    private static Element Wrap(ImmutableArray<Token> tokens, int at, int length, Mention mention)
    {
        var span = new TextSpan(tokens[at].Span.Start, tokens[at + length - 1].Span.End);
        var text = string.Join(' ', tokens.Skip(at).Take(length).Select(t => t.Folded));
        return new Element(span, text, WordClass.None) { Mention = mention with { Span = span }, IsGlued = tokens[at].IsGlued };
    }
}
