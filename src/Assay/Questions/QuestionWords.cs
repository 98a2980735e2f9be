using System.Diagnostics;
using Assay.Evidence;

namespace Assay.Questions;

/// <summary>Puts a question in words, from the templates of the wording file.</summary>
internal sealed class QuestionWords(Wording wording, EvidenceSnapshot evidence)
{
    public string Of(Question question) => question switch
    {
        Question.Membership m => wording.Say($"question-membership-{Key(m.Sense)}", ("member", Name(m.Member)), ("body", Name(m.Body)), ("when", When(m))),
        Question.Agreement a => wording.Say($"question-agreement-{Key(a.Sense)}", ("parties", string.Join(wording.Say("list-and"), a.Parties.Select(Name))), ("about", About(a)), ("place", a.SigningPlace.Length == 0 ? "" : wording.Say("question-in-place", ("place", a.SigningPlace))), ("signed", a.Signed is { } signed ? wording.Say("question-signed", ("signed", signed.ToString())) : ""), ("when", When(a))),
        Question.Ownership o => wording.Say($"question-ownership-{Key(o.Quantifier)}", ("holder", Holder(o.Holder)), ("target", Target(o.Target)), ("when", When(o))),
        Question.Share s => wording.Say("question-share", ("holder", Holder(s.Holder)), ("target", Target(s.Target)), ("when", When(s))),
        Question.Rank r => wording.Say("question-rank", ("subject", Name(r.Subject)), ("indicator", Indicator(r.Indicators[0])), ("among", r.Among is { } among ? wording.Say("question-among", ("among", Name(among))) : wording.Say("question-in-world")), ("when", When(r))),
        Question.Quantity q => wording.Say("question-quantity", ("amount", Amount(q.Of)), ("unit", q.Unit), ("when", Period(q, q.IsOfPeriod))),
        Question.Portion p => wording.Say("question-portion", ("part", Amount(p.Part)), ("whole", Amount(p.Whole)), ("when", Period(p, p.IsOfPeriod))),
        Question.Regime r => wording.Say("question-regime", ("asset", Name(r.Asset)), ("regime", Regime(r.Kind)), ("when", When(r))),
        Question.RegimeShare r => wording.Say(r.Indicator.Length == 0 ? "question-regime-by-number" : "question-regime-by-output", ("of", Name(r.Of)), ("indicator", Indicator(r.Indicator)), ("regime", Regime(r.Kind)), ("when", When(r))),
        Question.RankThroughout r => wording.Say("question-rank-throughout", ("subject", Name(r.Subject)), ("place", r.Place.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("indicator", Indicator(r.Indicators[0])), ("among", r.Among is { } set ? wording.Say("question-among", ("among", Name(set))) : wording.Say("question-in-world")), ("when", Days(r))),
        Question.Control c => wording.Say("question-control", ("holder", Holder(c.Holder)), ("asset", Name(c.Asset)), ("when", When(c))),
        Question.Operation o => wording.Say("question-operation", ("operator", Name(o.Operator)), ("asset", Name(o.Asset)), ("when", When(o))),
        Question.MembershipChange c => wording.Say(c.Ends ? "question-membership-ended" : "question-membership-began", ("member", Name(c.Member)), ("body", Name(c.Body)), ("when", Days(c))),
        Question.StakeChange c => wording.Say(c.Ends ? "question-stake-ended" : "question-stake-began", ("owner", Name(c.Owner)), ("asset", Name(c.Asset)), ("share", c.Size is { } share ? wording.Say("question-of-share", ("share", share.Said)) : ""), ("when", Days(c))),
        Question.ShareMove m => wording.Say("question-share-move", ("holder", Holder(m.Holder)), ("asset", Name(m.Asset)), ("from", m.From.Said), ("to", m.To.Said), ("when", Days(m))),
        Question.Event e => wording.Say("question-event", ("kinds", string.Join(", ", e.Kinds.Select(kind => Slug("event", kind)))), ("name", e.Name.Length == 0 ? "" : $" {e.Name}"), ("who", string.Join(wording.Say("list-and"), e.Who.Select(Name))), ("where", e.Where is { } where ? wording.Say("question-in-place", ("place", Name(where))) : ""), ("when", Days(e))),
        Question.Dispute d => wording.Say("question-dispute", ("proposition", Sentence(d.Proposition))),
        Question.Saying s => wording.Say(s.Asserts ? "question-saying" : "question-denial", ("speaker", Name(s.Speaker)), ("proposition", Sentence(s.Proposition))),
        Question.Position p => wording.Say("question-position", ("person", Name(p.Person)), ("office", Slug("office", p.Office)), ("of", p.Of is { } of ? wording.Say("question-office-of", ("of", Name(of))) : ""), ("when", When(p))),
        Question.Open open => open.Text,
        _ => throw new UnreachableException($"No such question: {question.GetType().Name}"),
    };

    private string About(Question.Agreement agreement) =>
        string.Join(wording.Say("list-and"), agreement.About.Select(group => group[0]).Distinct().Select(slug => slug.Replace('-', ' ')));

    private string Holder(Holder holder)
    {
        var names = string.Join(wording.Say("list-and"), holder.Members.Select(Name));
        return holder.Sense == HolderSense.Nationals ? wording.Say("question-nationals", ("names", names)) : names;
    }

    private string Target(Target target) => target switch
    {
        Target.Asset asset => Name(asset.Entity),
        Target.Output output => wording.Say("question-output", ("whole", Name(output.Whole)), ("indicator", Indicator(output.Indicator))),
        _ => throw new UnreachableException($"No such target: {target.GetType().Name}"),
    };

    private string Amount(Amount amount) => amount switch
    {
        Amount.Measured { Scope.Length: > 0 } m => wording.Say("amount-with", ("subject", Name(m.Subject)), ("indicator", Indicator(m.Indicators[0])), ("scope", Name(new EntityId(m.Scope)))),
        Amount.Measured m => wording.Say("amount-of", ("subject", Name(m.Subject)), ("indicator", Indicator(m.Indicators[0]))),
        Amount.Carried c => wording.Say("amount-carried", ("goods", c.Commodity.Replace('-', ' ')), ("origin", Name(c.Origin)), ("via", Name(c.Via))),
        _ => throw new UnreachableException($"No such amount: {amount.GetType().Name}"),
    };

    private string Period(Question question, bool isOfPeriod) => !isOfPeriod || question.When is not { } days ? When(question) : wording.Say("question-in-period", ("period", days.ToString()));

    private string Regime(string kind) => wording.Has($"regime-{kind}") ? wording.Say($"regime-{kind}") : kind.Replace('-', ' ');

    private string Indicator(string indicator) => wording.Has($"indicator-{indicator}") ? wording.Say($"indicator-{indicator}") : indicator.Replace('-', ' ');

    private string When(Question question) => question.When is { } days ? wording.Say("question-when", ("when", days.ToString())) : wording.Say("question-undated");

    private string Days(Question question) => question.When is { } days ? wording.Say("question-within", ("when", days.ToString())) : wording.Say("question-undated");

    private string Slug(string kind, string slug) => wording.Has($"{kind}-{slug}") ? wording.Say($"{kind}-{slug}") : slug.Replace('-', ' ');

    private string Sentence(string proposition) =>
        evidence.Rows<Proposition>(RowKey.Proposition, proposition).FirstOrDefault()?.Sentence.TrimEnd('.') ?? proposition.Replace('-', ' ');

    private string Name(EntityId id) => evidence.NameOf(id);

    private static string Key(Enum value) => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
