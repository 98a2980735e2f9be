using System.Collections.Immutable;
using Assay.Articles;
using Assay.Evidence;
using Assay.Mentions;
using Assay.Questions;

namespace Assay.Claims;

/// <summary>
/// Finds who says or denies a proposition of the record: "X denies that …". Two claims: that it was said, and what was said, which is settled
/// by nobody's saying.
/// </summary>
internal sealed class SayingFinder(Article article, Lexicon lexicon, Lazy<PropositionIndex> propositions, PartialDate? asOf)
{
    private readonly TimeOfClaim _times = new(article, asOf);

    /// <summary>The claims of a clause of saying and its complement; empty where it says no proposition of the record.</summary>
    public ImmutableArray<ClaimDraft> Find(ParsedSentence sentence, Clause clause, Clause said)
    {
        if (clause is not { Verb: { IsNegated: false, IsPassive: false, Modal.Length: 0, Governors.IsEmpty: true } verb } || said.Span.Length == 0) return [];
        var asserts = lexicon.Disputes.Asserting.Contains(verb.Lemma);
        if (!asserts && !lexicon.Disputes.Denying.Contains(verb.Lemma)) return [];
        var own = clause.Elements.Where(e => e.Verb is null && !e.IsMark && !(e.IsWord && e.Text is "that" or "also" or "the")).ToArray();
        if (own.Length == 0 || own[0].Name is not { Entity: { } speaker, Via: not NameVia.Anaphor } || own.Skip(1).Any(e => e.Mention is not Mention.Time && !e.Is(WordClass.PlainWord))) return [];
        if (propositions.Value.FindSame(said.Elements) is not { } proposition) return [];
        var whole = clause.Span.Cover(said.Span);
        var time = _times.Of(clause.Elements, clause.Span, verb, sentence);
        var party = new Party(article.Quote(own[0].Span), [speaker.EntityId], HolderSense.Itself);
        return
        [
            new ClaimDraft(whole, ClaimKind.Attribution, Stance.Asserted, new Content.Saying(party, proposition, asserts), new Expectation.YesNo(true), time, "saying", "", false, whole),
            new ClaimDraft(said.Span, ClaimKind.Attribution, Stance.Attributed, new Content.Dispute(proposition), new Expectation.YesNo(asserts), time, "saying", article.Quote(own[0].Span), false, said.Span),
        ];
    }
}
