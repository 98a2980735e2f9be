using System.Collections.Immutable;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>What fills a role in an inflected language: by its case, not by its place.</summary>
internal static class InflectedNames
{
    /// <summary>Nouns before a name that make it its nationals, or the state itself: "companies of X", "the government of X".</summary>
    public const WordClass Naming = WordClass.Nationals | WordClass.StateNoun;

    private const int Nearest = 3;

    /// <summary>The filler of a role at a place, or null.</summary>
    public static (int To, Filler Filler)? Fill(Pattern.Role role, ImmutableArray<Element> elements, int at, Func<RoleType, Element, bool> fits)
    {
        var element = elements[at];
        if (element.Is(Naming)) return Named(role, elements, at, fits);
        if (element.Name is null) return null;
        if ((element.Cases & GrammaticalCase.Adjective) != 0) return Described(role, elements, at, fits);
        return fits(role.Type, element) && role.Type != RoleType.Nationals && IsIn(element, role) ? Filled(role, element, at + 1, elements, false, false) : null;
    }

    /// <summary>"companies of X": the noun bears the case, the name stands in the genitive.</summary>
    private static (int To, Filler Filler)? Named(Pattern.Role role, ImmutableArray<Element> elements, int at, Func<RoleType, Element, bool> fits)
    {
        if (!MayBeNationals(role) || at + 1 >= elements.Length || elements[at + 1].Name is null || elements[at + 1].Cases != GrammaticalCase.Genitive || !IsIn(elements[at], role) || !fits(role.Type, elements[at + 1])) return null;
        return Filled(role, elements[at + 1], at + 2, elements, elements[at].Is(WordClass.Nationals), elements[at].Is(WordClass.StateNoun));
    }

    /// <summary>"the Northern X": of the adjective and the name the name; "Northern firms": the nationals; "Northern oil": the adjective itself, where it is asked for.</summary>
    private static (int To, Filler Filler)? Described(Pattern.Role role, ImmutableArray<Element> elements, int at, Func<RoleType, Element, bool> fits)
    {
        if ((role.Cases & GrammaticalCase.Adjective) != 0) return fits(role.Type, elements[at]) ? Filled(role, elements[at], at + 1, elements, false, false) : null;
        for (var i = at + 1; i < elements.Length && i <= at + Nearest; i++)
        {
            if (elements[i].Is(Naming))
            {
                var isNationals = elements[i].Is(WordClass.Nationals);
                if (i + 1 < elements.Length && elements[i + 1].Name is not null) continue;
                return MayBeNationals(role) && IsIn(elements[i], role) && fits(role.Type, elements[at]) ? Filled(role, elements[at], i + 1, elements, isNationals, !isNationals) : null;
            }
            if (elements[i].Name is not null) return (elements[i].Cases & GrammaticalCase.Adjective) != 0 ? null : Fill(role, elements, i, fits);
            if (!elements[i].IsOpenWord && elements[i].Mention is not (Mention.Goods or Mention.Office)) return null;
        }
        return null;
    }

    /// <summary>
    /// Whether two fillers could change places, each being in a form that the other's role takes too, so that who does it to whom is not told.
    /// </summary>
    public static bool AreExchangeable(FrameMatch match, Lexicon lexicon)
    {
        if (lexicon.Inflection is null) return false;
        var matcher = new PatternMatcher(lexicon);
        var fillers = match.Fillers.Where(filler => filler.Cases != GrammaticalCase.None && filler.Element.Name is not null).ToArray();
        return fillers.Any(one => fillers.Any(other => one.Role != other.Role && (one.Cases & other.Cases) == 0
            && (one.Element.Cases & other.Cases) != 0 && (other.Element.Cases & one.Cases) != 0
            && matcher.Fits(one.Type, other.Element) && matcher.Fits(other.Type, one.Element)));
    }

    private static bool MayBeNationals(Pattern.Role role) => role.Type is RoleType.Holder or RoleType.Nationals or RoleType.Party or RoleType.Actor;

    private static bool IsIn(Element element, Pattern.Role role) => role.Cases == GrammaticalCase.None || (element.Cases & role.Cases & GrammaticalCase.Any) != 0;

    private static (int To, Filler Filler) Filled(Pattern.Role role, Element element, int to, ImmutableArray<Element> elements, bool isNationals, bool isState) =>
        (to, new Filler(role.Name, role.Type, element, isNationals, isState, elements[to - 1].Span.End) { Cases = role.Cases });
}
