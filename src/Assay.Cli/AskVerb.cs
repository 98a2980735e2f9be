using System.CommandLine;
using System.Collections.Immutable;
using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Questions;
using Assay.Records;

namespace Assay.Cli;

/// <summary><c>assay ask "…"</c>: one question or statement, read as <c>check</c> reads an article.</summary>
internal sealed class AskVerb(Terminal terminal, TimeProvider time)
{
    private readonly Argument<string> _text = new("TEXT") { Description = "A question or a statement, in quotation marks." };
    private readonly ViewOptions _view = new(terminal, time);

    public Verb Create()
    {
        var verb = new Command("ask", "Answer one question, or check one statement.");
        verb.Add(_text);
        _view.AddTo(verb);
        _text.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(line => _view.Run(line, (names, days) => Titled(Answer(line.GetRequiredValue(_text), names, days), line.GetRequiredValue(_text))));
        return new Verb(verb, "assay ask \"Who owns Tengiz?\"", "assay ask \"What ties kz to ru?\" --at 2025-06-17", "assay ask \"Which countries are members of the CSTO?\" --format csv");
    }

    // What another verb answers keeps the title of that.
    private static RecordView Titled(RecordView view, string text) => view.Kind == "ask" ? view with { Title = text } : view;

    private static RecordView Answer(string text, RecordNames names, DayRange days)
    {
        var (evidence, rules) = (names.Record.Evidence, names.Record.Rules);
        var asked = new AskedQuestion(rules.Ask, new EntityNames(evidence));
        if (asked.Read(text) is var (view, slots)) return Direct(view, slots, asked, names, days);
        var statement = asked.AsStatement(text);
        var when = Day(days);
        var article = Article.FromText(statement ?? text) with { Date = when, Language = rules.Lexicon.Language };
        var result = new Assayer(evidence, rules).Check(article, when);
        if (result.Findings.IsEmpty || (statement is null && text.TrimEnd().EndsWith('?')))
            throw StopException.Usage("this can't be read as a question or statement that the record could bear on; it takes statements as articles make them (\"A is a member of B\", \"A owns half of B\"), "
                + "the same asked (\"Is A a member of B?\"), and questions such as: " + string.Join("; ", rules.Ask.Questions.GroupBy(pattern => pattern.View).Select(group => group.First().Words)));
        return AskView.Of(result, rules, days, statement is not null);
    }

    private static RecordView Direct(AskedView view, ImmutableDictionary<string, string> slots, AskedQuestion asked, RecordNames names, DayRange days)
    {
        var (evidence, rules) = (names.Record.Evidence, names.Record.Rules);
        return view switch
        {
            AskedView.Own when asked.GoodsOf(slots["subject"]) is var (goods, country) => OwnView.Of(evidence, rules, State(country), names.Goods(goods), by: null, days),
            AskedView.Own => OwnView.Of(evidence, rules, Asset(slots["subject"]), goods: null, by: null, days),
            AskedView.Share => AskView.Share(evidence, rules, names.Entity(slots["holder"], entity => entity.Kind is not (EntityKind.Field or EntityKind.Mine or EntityKind.Pipeline), "an owner"), Target(slots["subject"]), days),
            AskedView.Members => MembersView.Of(evidence, rules, names.Entity(slots["body"], entity => entity.Kind is EntityKind.Bloc or EntityKind.Group, "an international body or a named group"), days),
            AskedView.Agreements => AgreementsView.Of(evidence, rules, [State(slots["one"]), State(slots["other"])], [], days),
            AskedView.Rank => RankView.Of(evidence, rules, names.Goods(slots["goods"]), days),
            AskedView.Routes => RoutesView.Of(evidence, rules, names.Goods(slots["goods"]), State(slots["origin"]), days),
            AskedView.Ties => TiesView.Of(evidence, rules, State(slots["one"]), State(slots["other"]), days, since: null),
            _ => throw new System.Diagnostics.UnreachableException($"No view {view}."),
        };

        EntityId State(string word) => names.Entity(word, entity => entity.Kind == EntityKind.State, "a state");

        EntityId Asset(string word) => names.Entity(word, entity => entity.Kind is not (EntityKind.Bloc or EntityKind.Person or EntityKind.Place), "a country, a company or an asset");

        Target Target(string words)
        {
            if (asked.GoodsOf(words) is not var (goods, country)) return new Target.Asset(Asset(words));
            var state = State(country);
            var indicator = OwnView.Indicator(evidence, rules, names.Goods(goods), state)
                ?? throw StopException.Usage($"the record does not divide the output of {goods} of {evidence.NameOf(state)} by owners");
            return new Target.Output(state, indicator);
        }
    }

    private static PartialDate Day(DayRange days) => PartialDate.TryParse(days.ToString(), out var date) ? date : new PartialDate(days.Last.Year, days.Last.Month, days.Last.Day);
}
