using System.Collections.Immutable;

namespace Assay.Mentions;

/// <summary>
/// Splits a sentence into clauses of one finite verb each, so that who does what to whom survives a relative clause between subject and verb:
/// a coordinated predicate borrows its subject, a relative clause its antecedent.
/// </summary>
internal sealed class ClauseSplitter(Lexicon lexicon)
{
    private sealed class Draft(ClauseKind kind, string marker)
    {
        public ClauseKind Kind { get; } = kind;
        public string Marker { get; } = marker;
        public List<Element> Elements { get; } = [];
        public bool HasVerb => Elements.Any(e => e.Verb is { IsFinite: true });
    }

    private sealed record Segment(string Marker, Element? Mark, IReadOnlyList<Element> Elements, Element? Preposition)
    {
        public bool HasVerb => Elements.Any(e => e.Verb is { IsFinite: true });

        public bool StartsWithVerb => Elements.SkipWhile(e => e.Is(WordClass.Adverb) || e.IsWord && e.Text.EndsWith("ly", StringComparison.Ordinal)).FirstOrDefault()?.Verb is { IsFinite: true };
    }

    public ImmutableArray<Clause> Split(ImmutableArray<Element> elements)
    {
        var drafts = new List<Draft>();
        Draft? open = null, outer = null, lastMain = null;
        foreach (var segment in Cut(elements))
        {
            switch (segment.Marker)
            {
                case "relative" when segment.HasVerb && drafts.Count > 0:
                    outer = open is { Kind: not ClauseKind.Relative } ? open : outer;
                    open = Start(ClauseKind.Relative, segment.Mark!.Text);
                    AddRelative(open, segment, drafts);
                    continue;
                case "that":
                    open = Start(ClauseKind.Complement, "that");
                    break;
                case "subordinate" when segment.HasVerb:
                    outer = open is { HasVerb: false } ? open : null;
                    open = Start(ClauseKind.Subordinate, segment.Mark!.Text);
                    break;
                case "hard":
                    outer = null;
                    open = null;
                    break;
                default:
                    if (segment is { HasVerb: true } && open is not null && segment.Marker.Length > 0)
                    {
                        if (outer is { HasVerb: false } && (segment.StartsWithVerb || open.HasVerb))
                        {
                            open = outer;
                            outer = null;
                        }
                        else if (open.HasVerb)
                        {
                            var from = segment.Marker == "," && lastMain is not null && open.Kind != ClauseKind.Main ? lastMain : open;
                            var kind = open.Kind is ClauseKind.Complement ? ClauseKind.Complement : ClauseKind.Main;
                            var subject = segment.StartsWithVerb ? SubjectOf(from) : [];
                            open = Start(kind, segment.Marker == "," ? "" : segment.Mark?.Text ?? "");
                            open.Elements.AddRange(subject.Select(e => e with { IsBorrowed = true }));
                            outer = null;
                            open.Elements.AddRange(segment.Elements);
                            continue;
                        }
                    }
                    break;
            }
            open ??= Start(ClauseKind.Main, "");
            if (open.Elements.Count > 0 && segment.Mark is not null && segment.Marker is "," or "and") open.Elements.Add(segment.Mark!);
            open.Elements.AddRange(segment.Elements);
        }
        return [.. drafts.Where(d => d.Elements.Count > 0).Select(d => new Clause(d.Kind, [.. d.Elements], d.Marker))];

        Draft Start(ClauseKind kind, string marker)
        {
            var draft = new Draft(kind, marker);
            drafts.Add(draft);
            if (kind == ClauseKind.Main) lastMain = draft;
            return draft;
        }
    }

    /// <summary>"which V …" borrows the antecedent as subject, "which S V …" as object, "whose N V …" as possessor.</summary>
    private void AddRelative(Draft relative, Segment segment, List<Draft> drafts)
    {
        var antecedent = drafts.Where(d => d != relative).SelectMany(d => d.Elements).LastOrDefault(e => e.Span.End <= segment.Elements[0].Span.Start && (e.Mention is Mention.Name or Mention.Goods or Mention.Topic || e.IsOpenWord));
        var borrowed = antecedent is null ? null : antecedent with { IsBorrowed = true };
        // "the neighbour of X that …": what the clause says more of may be the neighbour.
        var all = drafts.Where(d => d != relative).SelectMany(d => d.Elements).ToList();
        if (borrowed?.Name is { } name && segment.Mark!.Span.Start - antecedent!.Span.End <= 1 && all.IndexOf(antecedent) is > 1 and var at && all[at - 1].Is(WordClass.Preposition) && all[at - 2].IsOpenWord)
            borrowed = borrowed with { Mention = name with { Candidates = [], Via = NameVia.Anaphor } };
        if (lexicon.Inflection is not null) borrowed = InflectedAntecedent(borrowed, segment.Mark!, all);
        if (borrowed is not null && segment.Mark!.Text != "where")
        {
            if (segment.Preposition is null && (segment.StartsWithVerb || segment.Mark.Text is "who"))
            {
                relative.Elements.Add(borrowed);
            }
            else if (segment.Mark.Text == "whose")
            {
                relative.Elements.Add(borrowed);
                relative.Elements.Add(new Element(borrowed.Span, "'s", WordClass.None) { IsBorrowed = true });
            }
            else
            {
                foreach (var element in segment.Elements)
                {
                    relative.Elements.Add(element);
                    if (element.Verb is not { IsFinite: true }) continue;
                    if (segment.Preposition is { } preposition) relative.Elements.Add(preposition with { IsBorrowed = true });
                    relative.Elements.Add(borrowed);
                }
                return;
            }
        }
        relative.Elements.AddRange(segment.Elements);
    }

    /// <summary>The antecedent in the case of the relative; of a noun with a genitive either may be meant.</summary>
    private static Element? InflectedAntecedent(Element? borrowed, Element mark, List<Element> before)
    {
        if (borrowed?.Name is not { } name) return borrowed;
        var at = before.FindIndex(e => e.Span == borrowed.Span);
        var isOf = mark.Span.Length > 0 && borrowed.Cases == GrammaticalCase.Genitive && at > 0 && (before[at - 1].IsOpenWord || before[at - 1].Mention is not null);
        return borrowed with { Cases = mark.Cases, Mention = isOf ? name with { Candidates = [], Via = NameVia.Anaphor } : name };
    }

    /// <summary>The subject of a clause: what stands before its verb, without an opening phrase and without insertions between commas.</summary>
    internal static IReadOnlyList<Element> SubjectOf(IReadOnlyList<Element> clause)
    {
        var before = clause.TakeWhile(e => e.Verb is not { IsFinite: true }).ToList();
        if (before.Count == clause.Count) return [];
        if (before.Count == 0 && clause[0].Own.Length > 0) return [.. clause.Skip(1).TakeWhile(e => !e.IsMark && e.Verb is null)];
        var parts = new List<List<Element>> { new() };
        foreach (var element in before)
        {
            if (element.IsMark && element.Text == ",") parts.Add([]);
            else parts[^1].Add(element);
        }
        parts.RemoveAll(p => p.Count == 0);
        while (parts.Count > 1 && (parts[0][0].Is(WordClass.Preposition | WordClass.Adverb | WordClass.Subordinator | WordClass.Conjunction) || parts[0][0].Mention is Mention.Time)) parts.RemoveAt(0);
        if (parts.Count == 0) return [];
        var isList = parts.Count > 1 && parts.All(p => p.Any(e => e.Mention is Mention.Name) && p.All(e => e.Mention is Mention.Name || e.Is(WordClass.Conjunction | WordClass.Determiner)));
        return isList ? before : parts[0];
    }

    private static IReadOnlyList<Element> SubjectOf(Draft draft) => SubjectOf(draft.Elements);

    /// <summary>Cuts at marks, relatives, subordinators, and at a conjunction that a finite verb follows.</summary>
    private IEnumerable<Segment> Cut(ImmutableArray<Element> elements)
    {
        var marker = "";
        Element? mark = null;
        Element? preposition = null;
        var segment = new List<Element>();
        for (var i = 0; i < elements.Length; i++)
        {
            var e = elements[i];
            if (e.IsMark && e.Text == "(" && Close(elements, i) is var close && close > i)
            {
                // "Kazakhstan's company (KZC) is": an abbreviation between brackets stands for what it follows.
                var inside = elements[(i + 1)..close];
                var previousIsLinked = segment.LastOrDefault(x => !x.IsMark)?.Name?.Entity is not null;
                if (inside is [{ Name: not null } single] && !previousIsLinked) segment.Add(single);
                i = close;
                continue;
            }
            var kind = KindOf(elements, i, segment);
            if (kind.Length == 0)
            {
                segment.Add(e);
                continue;
            }
            // "in which": the preposition goes with the relative.
            Element? taken = null;
            if (kind == "relative" && segment.Count > 1 && segment[^1].Is(WordClass.Preposition))
            {
                taken = segment[^1];
                segment.RemoveAt(segment.Count - 1);
            }
            if (segment.Count > 0 || marker.Length > 0) yield return new Segment(marker, mark, segment, preposition);
            preposition = taken;
            segment = [];
            marker = kind;
            mark = e;
            if (kind == "that" && e.Text != "that") segment.Add(e);
        }
        if (segment.Count > 0) yield return new Segment(marker, mark, segment, preposition);
    }

    private string KindOf(ImmutableArray<Element> elements, int at, List<Element> segment)
    {
        var e = elements[at];
        if (e.IsMark) return e.Text switch
        {
            "," => ",",
            ";" or ":" or "(" or ")" or "..." => "hard",
            "-" when !e.IsGlued || at + 1 < elements.Length && !elements[at + 1].IsGlued => "hard",
            _ => "",
        };
        var previous = at > 0 ? elements[at - 1] : null;
        // "says it owes": what follows a verb of saying is a clause of its own if it has a finite verb.
        if (previous?.Verb is { IsFinite: true } say && lexicon.Reporting.Contains(say.Lemma) && e.Text != "that" && e.Verb is null && !e.Is(WordClass.Preposition | WordClass.Adverb)
            && FiniteBeforeBoundary(elements, at) && !e.Is(WordClass.Relative | WordClass.Subordinator)) return "that";
        if (e.Text == "that" && e.IsWord)
        {
            if (previous?.Verb is not null || previous is { IsWord: true } && lexicon.Reporting.Contains(previous.Text) || segment.LastOrDefault(x => x.Verb is not null)?.Verb is { } told && lexicon.Reporting.Contains(told.Lemma)) return FiniteBeforeBoundary(elements, at + 1, 2) ? "that" : "";
            return NextIsVerb(elements, at + 1) || FiniteBeforeBoundary(elements, at + 1) && previous is not null && !previous.IsMark ? "relative" : "";
        }
        if (e.Is(WordClass.Relative)) return FiniteBeforeBoundary(elements, at + 1, 2) && segment.Count + at > 0 ? "relative" : "";
        if (e.Is(WordClass.Subordinator)) return FiniteBeforeBoundary(elements, at + 1) && !e.Is(WordClass.Adverb) ? "subordinate" : "";
        if (e.Is(WordClass.Conjunction))
            return NextIsVerb(elements, at + 1) || segment.Any(x => x.Verb is { IsFinite: true }) && FiniteBeforeBoundary(elements, at + 1) ? "and" : "";
        return "";
    }

    private static bool NextIsVerb(ImmutableArray<Element> elements, int at)
    {
        while (at < elements.Length && (elements[at].Is(WordClass.Adverb) || elements[at].IsWord && elements[at].Text.EndsWith("ly", StringComparison.Ordinal))) at++;
        return at < elements.Length && elements[at].Verb is { IsFinite: true };
    }

    private static bool FiniteBeforeBoundary(ImmutableArray<Element> elements, int at, int commas = 0)
    {
        for (var i = at; i < elements.Length; i++)
        {
            if (elements[i].Verb is { IsFinite: true }) return true;
            if (elements[i].IsMark && elements[i].Text == "," && commas-- > 0) continue;
            if (elements[i].IsMark && elements[i].Text is ";" or ":" or "," or "(" || i > at && elements[i].Is(WordClass.Subordinator)) return false;
        }
        return false;
    }

    private static int Close(ImmutableArray<Element> elements, int open)
    {
        for (var i = open + 1; i < elements.Length; i++)
            if (elements[i].IsMark && elements[i].Text == ")") return i;
        return -1;
    }
}
