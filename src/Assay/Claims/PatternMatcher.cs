using System.Collections.Immutable;
using System.Diagnostics;
using Assay.Evidence;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>Matches patterns over elements by backtracking, with a limit on the steps so that no text can make it run away.</summary>
internal sealed class PatternMatcher(Lexicon lexicon)
{
    private const int StepLimit = 20_000;
    private int _steps;

    /// <summary>The longest match of a pattern that begins at an element, or null.</summary>
    public (int To, ImmutableArray<Filler> Fillers)? Match(PatternStep start, ImmutableArray<Element> elements, int from)
    {
        _steps = 0;
        (int To, FilledRoles? Filled)? best = null;
        Walk(start, elements, from, null, (to, filled) =>
        {
            var more = (filled?.Count ?? 0) - (best?.Filled?.Count ?? 0);
            if (best is null || more > 0 || more == 0 && to < best.Value.To) best = (to, filled);
            return true;
        });
        return best is { } match ? (match.To, FilledRoles.ToArray(match.Filled)) : null;
    }

    /// <summary>Whether a pattern has a chance at an element, told by its first item alone.</summary>
    public static bool MayStart(Pattern pattern, Element element)
    {
        switch (pattern)
        {
            case Pattern.Word word:
                return IsLiteral(element, word);
            case Pattern.Verb verb:
                return Fits(element, verb);
            case Pattern.Role { Type: RoleType.Word or RoleType.Ordinal }:
                return element.IsWord;
            case Pattern.Role:
                return element.Mention is not null || element.Is(WordClass.Determiner | InflectedNames.Naming) || element.IsMark && element.Text == "\"";
            case Pattern.Sequence { Items: [var first, ..] }:
                return MayStart(first, element);
            case Pattern.Either either:
                foreach (var choice in either.Choices)
                    if (MayStart(choice, element)) return true;
                return false;
            default:
                return true;
        }
    }

    /// <summary>Tries the steps in order; calls <paramref name="found"/> at each success.</summary>
    private bool Walk(PatternStep? step, ImmutableArray<Element> elements, int at, FilledRoles? filled, Func<int, FilledRoles?, bool> found)
    {
        while (true)
        {
            if (++_steps > StepLimit) return false;
            if (step is null) return found(at, filled);
            switch (step.Item)
            {
                case Pattern.Either or Pattern.Optional:
                    var any = false;
                    foreach (var choice in step.Choices) any |= Walk(choice, elements, at, filled, found);
                    return any;
                case Pattern.Start:
                    if (at != 0) return false;
                    break;
                case Pattern.End:
                    if (at < elements.Length && !elements[at].IsMark && elements[at].Verb is null) return false;
                    break;
                case Pattern.Word word:
                    if (at >= elements.Length || !IsLiteral(elements[at], word)) return false;
                    at++;
                    break;
                case Pattern.Verb verb:
                    if (at >= elements.Length || !Fits(elements[at], verb)) return false;
                    at++;
                    break;
                case Pattern.Gap gap:
                    return Skip(gap, step.Next, elements, at, filled, found);
                case Pattern.Role { IsList: false } role:
                    if (One(role, elements, First(role, elements, at), step.Next) is not { } one) return false;
                    filled = new FilledRoles(one.Filler, filled);
                    at = one.To;
                    break;
                case Pattern.Role role:
                    var ok = false;
                    foreach (var (to, list) in Fill(role, elements, at, step.Next, filled))
                        ok |= Walk(step.Next, elements, to, list, found);
                    return ok;
                default:
                    throw new UnreachableException($"No such pattern: {step.Item.GetType().Name}");
            }
            step = step.Next;
        }
    }

    private bool Skip(Pattern.Gap gap, PatternStep? next, ImmutableArray<Element> elements, int at, FilledRoles? filled, Func<int, FilledRoles?, bool> found)
    {
        var reached = false;
        for (var n = 0; n <= gap.Most && at + n <= elements.Length; n++)
        {
            if (n > 0)
            {
                var skipped = elements[at + n - 1];
                if (skipped.Verb is { IsFinite: true } || skipped.IsMark && !(gap.CrossesCommas && skipped.Text is "," or "\"" or "-" or ")" or "(") && skipped.Text is not ("\"" or "+")) break;
            }
            // Most places behind a gap are told by the next item alone.
            if (next is null || at + n >= elements.Length || MayStart(next.Item, elements[at + n])) reached |= Walk(next, elements, at + n, filled, found);
        }
        return reached;
    }

    private static bool IsLiteral(Element element, Pattern.Word word) =>
        element.Verb is null && (word.Any.Contains(element.Text) || element.Own.Length > 0 && element.IsWord && word.Any.Contains(element.Own)) && element.Mention is not Mention.Name { Via: not NameVia.Anaphor };

    private static bool Fits(Element element, Pattern.Verb verb)
    {
        if (element.Verb is not { } group || verb.Lemmas.Count > 0 && !verb.Lemmas.Contains(group.Lemma) && !(element.Own.Length > 0 && verb.Lemmas.Contains(element.Own))) return false;
        return verb.Shape switch
        {
            VerbShape.Active => group is { IsFinite: true, IsPassive: false },
            VerbShape.Passive => group is { IsFinite: true, IsPassive: true },
            VerbShape.Finite => group.IsFinite,
            VerbShape.NonFinite => !group.IsFinite,
            _ => true,
        };
    }

    /// <summary>The place of the filler itself: after a determiner and an opening quotation mark.</summary>
    private static int First(Pattern.Role role, ImmutableArray<Element> elements, int at)
    {
        if (at < elements.Length && elements[at].Is(WordClass.Determiner) && role.Type is not RoleType.Word) at++;
        if (at < elements.Length && elements[at] is { IsMark: true, Text: "\"" }) at++;
        return at;
    }

    /// <summary>
    /// The ways to fill a role with a list, the longest first, of those behind which the pattern may go on: a list of a thousand names has a
    /// thousand ends, and the next step alone rules most of them out.
    /// </summary>
    private IEnumerable<(int To, FilledRoles Filled)> Fill(Pattern.Role role, ImmutableArray<Element> elements, int at, PatternStep? rest, FilledRoles? before)
    {
        if (One(role, elements, First(role, elements, at), rest) is not { } first) yield break;
        var ends = new List<(int To, FilledRoles Filled)> { (first.To, new FilledRoles(first.Filler, before)) };
        while (Next(elements, ends[^1].To) is var next && next > 0 && One(role, elements, next, rest) is { } more)
            ends.Add((more.To, new FilledRoles(more.Filler, ends[^1].Filled)));
        // "American, European and British companies": the noun at the end goes for all.
        if (ends[^1].Filled.Last.IsNationals)
        {
            var all = before;
            foreach (var (_, filled) in ends) all = new FilledRoles(filled.Last with { IsNationals = true }, all);
            ends[^1] = (ends[^1].To, all!);
        }
        for (var last = ends.Count - 1; last >= 0; last--)
            if (rest is null || ends[last].To >= elements.Length || MayStart(rest.Item, elements[ends[last].To])) yield return ends[last];
    }

    /// <summary>The place after ", ", " and ", ", or the " that links list items, or 0.</summary>
    private static int Next(ImmutableArray<Element> elements, int at)
    {
        var i = at;
        if (i < elements.Length && elements[i].IsMark && elements[i].Text == ",") i++;
        if (i < elements.Length && (elements[i].Is(WordClass.Conjunction) || elements[i].Text is "&")) i++;
        if (i == at) return 0;
        var joined = elements[i - 1].Is(WordClass.Conjunction);
        while (i < elements.Length && (elements[i].Is(WordClass.Determiner) || joined && elements[i].Text is "of" or "in" or "by" or "to" or "with")) i++;
        return i;
    }

    private (int To, Filler Filler)? One(Pattern.Role role, ImmutableArray<Element> elements, int at, PatternStep? rest)
    {
        if (at >= elements.Length) return null;
        var element = elements[at];
        switch (role.Type)
        {
            case RoleType.Word:
                return element.IsOpenWord ? Filled(at + 1) : null;
            case RoleType.Ordinal:
                return element.IsWord && lexicon.Ordinals.ContainsKey(element.Text) ? Filled(at + 1) : null;
            case RoleType.Share:
                return element.Mention is Mention.Figure { IsShare: true } ? Filled(at + 1) : null;
            case RoleType.Figure:
                return element.Mention is Mention.Figure { IsShare: false } ? Filled(at + 1) : null;
            case RoleType.Time:
                return element.Mention is Mention.Time ? Filled(at + 1) : null;
            case RoleType.Goods:
                return element.Mention is Mention.Goods ? Filled(at + 1) : null;
            case RoleType.Topic:
                return element.Mention is Mention.Topic ? Filled(at + 1) : null;
            case RoleType.Office:
                return element.Mention is Mention.Office ? Filled(at + 1) : null;
            default:
                return Name(role, elements, at, rest);
        }

        (int To, Filler Filler) Filled(int to) => (to, new Filler(role.Name, role.Type, element, false, false, elements[to - 1].Span.End));
    }

    private static readonly EntityKind[] States = [EntityKind.State, EntityKind.Place];
    private static readonly EntityKind[] Parties = [EntityKind.State, EntityKind.Agency, EntityKind.Bloc, EntityKind.Company, EntityKind.Fund, EntityKind.Organization];
    private static readonly EntityKind[] Assets = [EntityKind.Company, EntityKind.Field, EntityKind.Mine, EntityKind.Pipeline, EntityKind.Port, EntityKind.Fund, EntityKind.Organization, EntityKind.Asset, EntityKind.Project];
    private static readonly EntityKind[] Holders = [EntityKind.State, EntityKind.Company, EntityKind.Fund, EntityKind.Person, EntityKind.Group, EntityKind.Agency, EntityKind.Bloc, EntityKind.Organization, EntityKind.Arrangement];
    private static readonly EntityKind[] Groups = [EntityKind.Group, EntityKind.Bloc];

    private (int To, Filler Filler)? Name(Pattern.Role role, ImmutableArray<Element> elements, int at, PatternStep? rest)
    {
        if (lexicon.Inflection is not null) return InflectedNames.Fill(role, elements, at, Fits);
        var element = elements[at];
        if (element.Name is not { } name) return null;
        if (!Fits(role.Type, element)) return null;
        var to = at + 1;
        var isNationals = false;
        var isState = false;
        if (role.Type is RoleType.Holder or RoleType.Nationals or RoleType.Party or RoleType.Actor)
        {
            // "Italy's Eni", "the Russian oil giant Lukoil": the state only describes the name that follows.
            if (name.OfKind(EntityKind.State) is not null && Described(elements, at) is var described && described > at)
                return Name(role, elements, described, rest);
            var noun = at + 1;
            if (noun < elements.Length && elements[noun].Text == "'s") noun++;
            for (var skipped = 0; skipped < 3 && noun < elements.Length; skipped++, noun++)
            {
                if (elements[noun].Is(WordClass.Nationals) || elements[noun].Mention is null && elements[noun].Verb is null && (lexicon.ClassOf(elements[noun].Text) & WordClass.Nationals) != 0)
                {
                    isNationals = true;
                    to = noun + 1;
                    break;
                }
                if (elements[noun].Is(WordClass.StateNoun))
                {
                    isState = true;
                    to = noun + 1;
                    break;
                }
                if (!(elements[noun].IsOpenWord) && elements[noun].Mention is not Mention.Goods && elements[noun].Text != "-") break;
            }
        }
        if (role.Type == RoleType.Nationals && !isNationals) return null;
        if (to == at + 1 && IsModifier(elements, to, rest)) return null;
        return (to, new Filler(role.Name, role.Type, element, isNationals, isState, elements[to - 1].Span.End));
    }

    /// <summary>Whether a name is of the kind that a role asks for.</summary>
    internal bool Fits(RoleType type, Element element)
    {
        if (element.Name is not { } name) return false;
        return type switch
        {
            RoleType.State => name.OfKind(States) is not null || name is { Via: NameVia.Anaphor, Candidates.IsEmpty: true } && Stands(element, EntityKind.State),
            RoleType.Bloc => name.OfKind(EntityKind.Bloc) is not null || name is { Via: NameVia.Anaphor, Candidates.IsEmpty: true } && Stands(element, EntityKind.Bloc),
            RoleType.Party => name.Via != NameVia.None && name.OfKind(Parties) is not null,
            RoleType.Asset => name.Candidates.IsEmpty || name.OfKind(Assets) is not null,
            RoleType.Holder or RoleType.Nationals => name.Candidates.IsEmpty || name.OfKind(Holders) is not null,
            RoleType.Group => name.OfKind(Groups) is not null,
            RoleType.Known => !name.Candidates.IsEmpty,
            _ => true,
        };
    }

    /// <summary>Whether an untied description can stand for that kind of entity: "the bloc".</summary>
    private bool Stands(Element element, EntityKind kind) =>
        lexicon.Descriptions.TryGetValue(element.Text.Split(' ')[^1], out var kinds) && kinds.Contains(kind);

    /// <summary>The place of the name that a state describes, or the same place.</summary>
    private static int Described(ImmutableArray<Element> elements, int at)
    {
        var i = at + 1;
        if (i < elements.Length && elements[i].Text == "'s") i++;
        for (var skipped = 0; skipped < 4 && i < elements.Length; skipped++, i++)
        {
            if (elements[i].Name is { } name) return name.Candidates.IsEmpty || name.OfKind(EntityKind.Company, EntityKind.Fund, EntityKind.Person, EntityKind.Field, EntityKind.Mine) is not null ? i : at;
            if (!(elements[i].IsOpenWord) && elements[i].Mention is not (Mention.Goods or Mention.Office)) return at;
        }
        return at;
    }

    /// <summary>A name before a possessive or another noun describes that; it is the head only where the pattern itself goes on with that word.</summary>
    private static bool IsModifier(ImmutableArray<Element> elements, int next, PatternStep? rest)
    {
        if (next >= elements.Length) return false;
        var following = elements[next];
        if (following.Text == "'s") return !Allows(rest, elements, next);
        var isNoun = following.IsOpenWord && !following.Text.EndsWith("ly", StringComparison.Ordinal) || following.Mention is Mention.Goods or Mention.Topic or Mention.Office;
        return isNoun && !Allows(rest, elements, next);
    }

    /// <summary>Whether the pattern itself goes on with an element, at once or within its next gap.</summary>
    private static bool Allows(PatternStep? rest, ImmutableArray<Element> elements, int at) => Allows(PatternStep.Items(rest), elements, at);

    private static bool Allows(IEnumerable<Pattern> rest, ImmutableArray<Element> elements, int at)
    {
        var reach = 0;
        foreach (var pattern in rest)
        {
            switch (pattern)
            {
                case Pattern.Gap gap:
                    reach += gap.Most;
                    continue;
                case Pattern.Sequence sequence:
                    if (sequence.Items.IsEmpty) continue;
                    return Allows(sequence.Items, elements, at);
                case Pattern.Optional optional:
                    if (Allows([optional.Inner], elements, at)) return true;
                    continue;
                case Pattern.Either either:
                    return either.Choices.Any(choice => Allows([choice], elements, at));
                case Pattern.Word word:
                    for (var i = at; i <= at + reach && i < elements.Length; i++)
                        if (IsLiteral(elements[i], word)) return true;
                    return false;
                case Pattern.Role { Type: RoleType.Goods or RoleType.Topic or RoleType.Office or RoleType.Word }:
                    return elements[at].Text != "'s";
                default:
                    return false;
            }
        }
        return false;
    }
}
