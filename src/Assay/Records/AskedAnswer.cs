using System.Collections.Immutable;
using System.Diagnostics;
using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Questions;

namespace Assay.Records;

/// <summary>Answers one question or statement in words: by the view that a pattern of the rules names, else by checking it as an article.</summary>
internal sealed class AskedAnswer(RecordNames names, DayRange days, Lazy<Assayer> assayer)
{
    private readonly EvidenceSnapshot _evidence = names.Evidence;
    private readonly RuleSet _rules = names.Rules;
    private readonly AskedQuestion _asked = new(names.Rules.Ask, names.Entities);

    /// <exception cref="AskingException">It cannot be read, or names what the record does not know.</exception>
    public RecordView To(string text)
    {
        if (_asked.Read(text) is var (view, slots)) return Direct(view, slots);
        var statement = _asked.AsStatement(text);
        var when = Day();
        var article = Article.FromText(statement ?? text) with { Date = when, Language = _rules.Lexicon.Language };
        var result = assayer.Value.Check(article, when);
        if (result.Findings.IsEmpty || (statement is null && text.TrimEnd().EndsWith('?')))
            throw new AskingException("this can't be read as a question or statement that the record could bear on; it takes statements as articles make them (\"A is a member of B\", \"A owns half of B\"), "
                + "the same asked (\"Is A a member of B?\"), and questions such as: " + string.Join("; ", _rules.Ask.Questions.GroupBy(pattern => pattern.View).Select(group => group.First().Words)));
        return AskView.Of(result, _rules, days, statement is not null);
    }

    private RecordView Direct(AskedView view, ImmutableDictionary<string, string> slots) => view switch
    {
        AskedView.Own when _asked.GoodsOf(slots["subject"]) is var (goods, country) => OwnView.Of(_evidence, _rules, names.State(country), names.Goods(goods), by: null, days),
        AskedView.Own => OwnView.Of(_evidence, _rules, names.Owned(slots["subject"]), goods: null, by: null, days),
        AskedView.Share => AskView.Share(_evidence, _rules, names.Owner(slots["holder"]), Target(slots["subject"]), days),
        AskedView.Members => MembersView.Of(_evidence, _rules, names.Body(slots["body"]), days),
        AskedView.Agreements => AgreementsView.Of(_evidence, _rules, [names.State(slots["one"]), names.State(slots["other"])], [], days),
        AskedView.Rank => RankView.Of(_evidence, _rules, names.Goods(slots["goods"]), days),
        AskedView.Routes => RoutesView.Of(_evidence, _rules, names.Goods(slots["goods"]), names.State(slots["origin"]), days),
        AskedView.Ties => TiesView.Of(_evidence, _rules, names.State(slots["one"]), names.State(slots["other"]), days, since: null),
        _ => throw new UnreachableException($"No view {view}."),
    };

    private Target Target(string words)
    {
        if (_asked.GoodsOf(words) is not var (goods, country)) return new Target.Asset(names.Owned(words));
        var state = names.State(country);
        var indicator = OwnView.Indicator(_evidence, _rules, names.Goods(goods), state)
            ?? throw new AskingException($"the record does not divide the output of {goods} of {_evidence.NameOf(state)} by owners");
        return new Target.Output(state, indicator);
    }

    private PartialDate Day() => PartialDate.TryParse(days.ToString(), out var date) ? date : new PartialDate(days.Last.Year, days.Last.Month, days.Last.Day);
}
