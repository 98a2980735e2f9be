using System.Collections.Immutable;
using Assay.Articles;
using Assay.Evidence;

namespace Assay.Mentions;

/// <summary>
/// Looks again at the names that were found in an article, now that all of them are known: whether one is a part of a longer name, which of
/// several entities of that name is meant (one sense per discourse: Gale, Church and Yarowsky 1992), and what a short form stands for that the
/// article itself introduces (Schwartz and Hearst 2003). What stays doubtful is unlinked: a wrong link would check a claim about somebody else.
/// </summary>
internal sealed class EntityLinker
{
    private readonly string _text;
    private readonly Lexicon _lexicon;
    private readonly LinkingWords _words;
    private readonly ScriptIndex _scripts;
    private readonly ShortForms _shortForms;
    private readonly Dictionary<EntityId, HashSet<string>> _named = [];
    private readonly HashSet<string> _said = [];
    private readonly HashSet<string> _surnames = [];

    /// <summary>For one article, over everything that was found in it.</summary>
    public EntityLinker(string text, Lexicon lexicon, ScriptIndex scripts, IEnumerable<ImmutableArray<Element>> sentences)
    {
        _text = text;
        _lexicon = lexicon;
        _words = lexicon.Linking;
        _scripts = scripts;
        _shortForms = new ShortForms(text, _words);
        foreach (var element in sentences.SelectMany(elements => elements))
        {
            if (element.Name is { Candidates: [var only] })
            {
                if (!_named.TryGetValue(only.EntityId, out var names)) _named[only.EntityId] = names = [];
                names.Add(element.Text);
            }
            else if (_words.Namesakes.Count > 0 && (element.IsWord || element.Name is not null))
            {
                foreach (var word in element.Text.Split(' ')) _said.Add(word);
            }
        }
    }

    /// <summary>The elements of the next sentence of the article, its names linked again.</summary>
    public ImmutableArray<Element> Link(ImmutableArray<Element> elements)
    {
        if (!elements.Any(element => element.Mention is Mention.Name)) return elements;
        var whole = _shortForms.Apply(Lengthen(elements));
        for (var i = 0; i < whole.Length; i++)
        {
            if (whole[i].Name is not { } name) continue;
            if (name.Candidates.IsEmpty)
            {
                NoteSurname(whole[i]);
                if (IsUnlinked(whole[i]) && name.Rejected.IsEmpty && _scripts.Find(_text.AsSpan(name.Span.Start, name.Span.Length)) is { } same)
                    whole = whole.SetItem(i, whole[i] with { Mention = name with { Candidates = [same], Via = NameVia.Transliteration } });
            }
            else if (Doubt(whole, whole[i], name) is { } linked && linked != name) whole = whole.SetItem(i, whole[i] with { Mention = linked });
        }
        return whole;
    }

    /// <summary>Names that go on: "Washington Post" and "Bank of England" name neither the one nor the other.</summary>
    private ImmutableArray<Element> Lengthen(ImmutableArray<Element> elements)
    {
        for (var i = elements.Length - 2; i >= 0; i--)
        {
            if (elements[i].Name is { Candidates.IsEmpty: false, Via: not NameVia.Anaphor } name && IsUnlinked(elements[i + 1]) && Touch(elements[i], elements[i + 1]) && !IsDemonym(elements[i], name))
            {
                var goesOn = GoesOn(name, elements[i + 1].Text);
                elements = Join(elements, i, 2, goesOn ? name : Unlinked(name, LinkRejection.PartOfLongerName));
            }
            else if (IsHeadWithOf(elements, i, out var length) && elements[i + length - 1].Name is { } last)
            {
                elements = Join(elements, i, length, Unlinked(last, LinkRejection.PartOfLongerName));
            }
        }
        return elements;
    }

    /// <summary>Whether what follows a name only says what it is: "Kashagan Oil Field", "Chevron Corp".</summary>
    private bool GoesOn(Mention.Name name, string run)
    {
        var words = run.Split(' ');
        if (name.OfKind(EntityKind.Company) is not null && words.All(word => word == "." || _words.LegalForms.Contains(word))) return true;
        return _lexicon.Descriptions.TryGetValue(words[^1], out var kinds) && name.Candidates.Any(candidate => candidate.Kind is not (EntityKind.State or EntityKind.Company) && kinds.Contains(candidate.Kind));
    }

    private bool IsHeadWithOf(ImmutableArray<Element> elements, int at, out int length)
    {
        length = 0;
        if (!IsUnlinked(elements[at]) || !_words.HeadsWithOf.Contains(elements[at].Text.Split(' ')[^1]) || at + 2 >= elements.Length || !elements[at + 1].IsWord || !_words.Of.Contains(elements[at + 1].Text)) return false;
        length = elements[at + 2].Is(WordClass.Determiner) ? 4 : 3;
        return at + length <= elements.Length && elements[at + length - 1].Name is { } name && name.Candidates.All(candidate => candidate.Kind is EntityKind.State or EntityKind.Place or EntityKind.Port);
    }

    /// <summary>A name of several, or one that something outside the record has too.</summary>
    private Mention.Name Doubt(ImmutableArray<Element> elements, Element element, Mention.Name name)
    {
        if (name.Via is not (NameVia.Name or NameVia.Metonym)) return name;
        if (_surnames.Contains(element.Text)) return Unlinked(name, LinkRejection.Ambiguous);
        if (_words.Namesakes.TryGetValue(element.Text, out var cues) && IsNamesake(elements, element, name, cues)) return Unlinked(name, LinkRejection.AnotherMeant);
        if (name.Candidates.Length < 2) return name;
        name = WithoutStrangers(name);
        if (name.Candidates.DistinctBy(candidate => candidate.Kind).Count() == name.Candidates.Length) return name;
        return Choose(name);
    }

    /// <summary>A register has a firm of every name: it takes no name away from something of another kind that a pack made by hand calls so.</summary>
    private static Mention.Name WithoutStrangers(Mention.Name name)
    {
        var known = name.Candidates.Where(candidate => !candidate.Place.IsImported).Select(candidate => candidate.Kind).ToHashSet();
        var strangers = known.Count == 0 ? [] : name.Candidates.Where(candidate => candidate.Place.IsImported && !known.Contains(candidate.Kind)).ToList();
        return strangers.Count == 0 ? name : name with { Candidates = [.. name.Candidates.Except(strangers)], Rejected = [.. name.Rejected, .. strangers.Select(stranger => new RejectedLink(stranger, LinkRejection.Ambiguous))] };
    }

    /// <summary>Of several of one kind the one that the article names otherwise too; nobody where it names none or several.</summary>
    private Mention.Name Choose(Mention.Name name)
    {
        var kept = new List<Entity>();
        var rejected = new List<RejectedLink>();
        foreach (var kind in name.Candidates.GroupBy(candidate => candidate.Kind))
        {
            var known = kind.Count() == 1 ? kind.ToList() : [.. kind.Where(candidate => _named.ContainsKey(candidate.EntityId))];
            var meant = known.Count == 1 ? known[0] : null;
            if (meant is not null) kept.Add(meant);
            rejected.AddRange(kind.Where(candidate => candidate != meant).Select(candidate => new RejectedLink(candidate, meant is null ? LinkRejection.Ambiguous : LinkRejection.AnotherMeant)));
        }
        return name with { Candidates = [.. kept], Via = kept.Count == 0 ? NameVia.None : name.Via, Rejected = [.. name.Rejected, .. rejected] };
    }

    private bool IsNamesake(ImmutableArray<Element> elements, Element element, Mention.Name name, IReadOnlySet<string> cues)
    {
        var ids = name.Candidates.Select(candidate => candidate.EntityId).ToHashSet();
        var isNear = elements.Any(other => other != element && (other.IsWord || IsUnlinked(other)) && other.Text.Split(' ').Any(cues.Contains));
        var ownNear = elements.Any(other => other.Text != element.Text && other.Name is { } own && own.Candidates.Any(candidate => ids.Contains(candidate.EntityId)));
        if (isNear && !ownNear) return true;
        return _said.Overlaps(cues) && !ids.Any(id => _named.TryGetValue(id, out var names) && names.Any(other => other != element.Text));
    }

    /// <summary>"Jack London": from here on a bare "London" may be he.</summary>
    private void NoteSurname(Element element)
    {
        var words = element.Text.Split(' ');
        if (words.Length is 2 or 3 && _words.GivenNames.Contains(words[0])) _surnames.Add(words[^1]);
    }

    /// <summary>Whether a name is what people and things of a state are called: it describes the name that follows.</summary>
    private bool IsDemonym(Element element, Mention.Name name) => name.Candidates.Any(candidate => candidate.Kind is EntityKind.State or EntityKind.Group or EntityKind.Bloc or EntityKind.Place)
        && LinkScores.IsDemonym(_text[element.Span.Start..element.Span.End], name, _words);

    private static bool IsUnlinked(Element element) => element.Name is { Candidates.IsEmpty: true, Via: NameVia.None };

    /// <summary>Whether nothing but a space stands between two elements.</summary>
    private bool Touch(Element left, Element right) => right.Span.Start - left.Span.End == 1 && _text[left.Span.End] == ' ';

    private static Mention.Name Unlinked(Mention.Name name, LinkRejection why) =>
        name with { Candidates = [], Via = NameVia.None, Rejected = [.. name.Rejected, .. name.Candidates.Select(candidate => new RejectedLink(candidate, why))] };

    private static ImmutableArray<Element> Join(ImmutableArray<Element> elements, int at, int length, Mention.Name name)
    {
        var span = elements[at].Span.Cover(elements[at + length - 1].Span);
        var joined = new Element(span, string.Join(' ', elements.Skip(at).Take(length).Select(element => element.Text)), WordClass.None) { Mention = name with { Span = span }, IsGlued = elements[at].IsGlued };
        return [.. elements[..at], joined, .. elements[(at + length)..]];
    }
}
