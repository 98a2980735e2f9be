using Assay.Mentions;

namespace Assay.Claims;

/// <summary>
/// Tells where the sense of a match is not surely what its frame says: a word of denial, exception or comparison near it, a verb that undoes or
/// only attempts. Such a claim is found but not decided: a verdict on what an article did not say would be wrong whatever the record holds.
/// </summary>
internal sealed class Doubts(Lexicon lexicon)
{
    public bool Of(FrameMatch match, bool asChange)
    {
        if (InflectedNames.AreExchangeable(match, lexicon)) return true;
        if (match.Frame.AlwaysDenies) return false;
        var clause = match.Clause ?? match.Sentence.Clauses.FirstOrDefault(c => c.Span.Overlaps(match.Span) && c.VerbAt >= 0);
        if (match.Clause is { Kind: ClauseKind.Subordinate, Marker: "what" or "how" } && !match.Sentence.Sentence.IsQuestion) return true;
        return HasTwist(match, clause) || IsOfSort(match) || match.Frame.Kind is ClaimKind.Membership or ClaimKind.Ownership or ClaimKind.Control or ClaimKind.Position or ClaimKind.Event && HasTempering(match) || clause?.Verb is { } verb && Undoes(match, verb, asChange) || IsCleft(match);
    }

    /// <summary>"not one share", "neither", "except": anywhere in the clause. "No longer" inside the match is a plain denial.</summary>
    private bool HasTwist(FrameMatch match, Clause? clause)
    {
        var elements = match.Clause?.Elements ?? match.Elements;
        var isDenied = match.Matched.Any(e => e.Verb is { IsNegated: true });
        for (var i = 0; i < elements.Length; i++)
        {
            var e = elements[i];
            if (!e.IsWord || match.Clause is null && clause is not null && !clause.Span.Contains(e.Span)) continue;
            if (IsApposition(match) && (i < match.From - 2 || i >= match.To)) continue;
            var isNoLonger = e.Text == "no" && i + 1 < elements.Length && elements[i + 1].Text == "longer" && match.Matched.Contains(e);
            var ranks = match.Frame.Kind == ClaimKind.Rank && e.Text is "no" or "none" or "nobody" or "any";
            if (e.Is(WordClass.Twist) && !isNoLonger && !ranks) return true;
            if (e.Is(WordClass.Negation)) return true;
            if (isDenied && e.Is(match.Frame.Kind == ClaimKind.Rank ? WordClass.Contrast : WordClass.Tempering | WordClass.Contrast)) return true;
        }
        if (HasTwistInVerb(match)) return true;
        return isDenied && match.Sentence.Clauses.Any(c => c.Marker is "because" or "since");
    }

    /// <summary>"has practically left": the adverb stands inside the verb group.</summary>
    private bool HasTwistInVerb(FrameMatch match)
    {
        var verbs = match.Matched.Where(e => e.Verb is not null && e.Span.Length > 0).Select(e => e.Span).ToArray();
        return verbs.Length > 0 && match.Sentence.Sentence.Tokens.Any(token => lexicon.Is(token.Folded, WordClass.Twist) && !lexicon.Is(token.Folded, WordClass.Negation) && verbs.Any(span => span.Contains(token.Span)));
    }

    /// <summary>"X, a member of Y," holds whatever the rest of its clause says.</summary>
    private static bool IsApposition(FrameMatch match) => match is { Clause: null, Frame: { LeavesClause: true, Kind: ClaimKind.Membership } };

    /// <summary>"a founding member", "the newest member", "a suspended member": of a sort that the question does not ask for.</summary>
    private static bool IsOfSort(FrameMatch match)
    {
        if (match.Frame is not { Kind: ClaimKind.Membership, Membership: Questions.MembershipSense.Full }) return false;
        for (var i = match.From + 1; i < match.To; i++)
        {
            if (!match.Elements[i].IsWord || match.Elements[i].Text is not ("member" or "members")) continue;
            for (var before = i - 1; before >= match.From && (match.Elements[before].IsOpenWord || match.Elements[before].Verb is { IsFinite: false }); before--)
                if (!match.Elements[before].Is(WordClass.PlainWord)) return true;
        }
        return false;
    }

    /// <summary>"a former member", "the largest shareholder", "would-be": inside the match or right before it.</summary>
    private static bool HasTempering(FrameMatch match)
    {
        for (var i = Math.Max(0, match.From - 3); i < match.To; i++)
        {
            var e = match.Elements[i];
            if (e.Is(WordClass.Tempering) && (i >= match.From || !match.Elements.Skip(i).Take(match.From - i).Any(x => x.IsMark && x.Text == "," || x.Verb is not null))) return true;
            if (i < match.From && e.Is(WordClass.Modal) && match.Elements[i + 1] is { IsMark: true, Text: "-" }) return true;
        }
        return false;
    }

    /// <summary>"failed to sign", "is joining", "was never signed", "bought a stake": the verb undoes, attempts or goes on.</summary>
    private bool Undoes(FrameMatch match, VerbGroup verb, bool asChange)
    {
        if (IsApposition(match)) return false;
        // "has yet to sign", "about to sign": what is only to be done.
        if (match.Matched.Any(e => e.Verb is { IsInfinitive: true }) || match.Clause is null && match.Elements.Take(match.From).Reverse().TakeWhile(e => !e.IsMark).Any(e => e.Verb is { IsInfinitive: true })) return true;
        var governing = match.Matched.Select(e => e.Verb).FirstOrDefault(v => v is { IsFinite: true }) ?? verb;
        // "Why must they …": a question takes what has to be for what is.
        var asks = match.Sentence.Sentence.IsQuestion;
        if (governing.Governors.Any(g => !lexicon.Is(g, WordClass.Continuing) && !(asks && g is ("need" or "have")))) return true;
        if (match.Clause is null) return verb.IsNegated || verb.Modal.Length > 0 || verb.Time == VerbTime.Future || lexicon.Is(verb.Lemma, WordClass.Undoing);
        var changes = match.Frame.Kind == ClaimKind.Membership && governing.Lemma is not ("be" or "remain" or "stay" or "belong" or "have" or "hold");
        // A change on a date is a question about two days: where it is not put as one, a state of one day would be another claim.
        return governing.IsProgressive || changes && !asChange && match.Clause.Elements.Any(e => e.Mention is Mention.Time);
    }

    /// <summary>"It is not X that owns Y": the clause before denies what the relative says.</summary>
    private static bool IsCleft(FrameMatch match)
    {
        if (match.Clause is not { Kind: ClauseKind.Relative } clause) return false;
        var before = match.Sentence.Clauses.IndexOf(clause) - 1;
        return before >= 0 && match.Sentence.Clauses[before].Verb is { IsNegated: true };
    }
}
