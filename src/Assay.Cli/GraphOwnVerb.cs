using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Formats.Graphs;
using Assay.Formats.Tables;
using Assay.Ownership;

namespace Assay.Cli;

/// <summary><c>assay graph own FILE</c>: to whom the value of assets belongs in the end.</summary>
internal sealed class GraphOwnVerb(Terminal terminal)
{
    private static readonly string[] s_ways = ["country", "kind", "entity"];

    private readonly GraphInput _input = new(terminal);
    private readonly GraphOutput _output = new(terminal);

    private readonly Option<string?> _by = new("--by")
    {
        HelpName = "country|kind|entity", Description = "Tell final owners apart by country, by kind or one by one. Without it by country, or one by one where the graph has no countries.", CustomParser = By,
    };

    private readonly Option<string[]> _owners = new("--owner") { HelpName = "ID", Description = "What this owner holds, whoever owns it in turn, in place of what final owners hold; may be given several times, each for itself." };

    private readonly Option<string[]> _assets = new("--asset") { HelpName = "ID", Description = "Only this asset; may be given several times. Where the graph has no values each counts 1." };

    public Verb Create()
    {
        var verb = new Command("own", "Print to whom the value of assets belongs in the end: at least and at most, through all chains and cross-holdings.");
        _input.AddTo(verb);
        verb.Add(_by);
        verb.Add(_owners);
        verb.Add(_assets);
        _output.AddTo(verb);
        verb.SetAction(line => _input.With(line, data => Run(line, data)));
        return new Verb(verb, "assay graph own register/ --by country", "assay graph own register.assay-graph --by entity -o owners.parquet", "assay graph own stakes.csv --owner northern-firms --asset deep-field");
    }

    private int Run(ParseResult line, GraphData data)
    {
        var (owners, assets) = (line.GetValue(_owners) ?? [], line.GetValue(_assets) ?? []);
        var by = line.GetValue(_by);
        if (owners.Length > 0 && by is not null) throw StopException.Usage("--owner asks for single owners, --by for all of them: give one of the two");
        var values = Values(data, assets);
        return _output.Write(line, owners.Length > 0 ? OfOwners(data, values, GraphNames.Entities(data, owners)) : Waiting.For(terminal, "adding up", _ => OfAll(data, values, by)));
    }

    private static ResultTable OfAll(GraphData data, GraphValues values, string? by)
    {
        var holdings = new GraphHoldings(data, values);
        if ((by ?? (data.Countries is null ? "entity" : "country")) is var way and not "entity")
        {
            var words = (way == "country" ? data.Countries : data.Kinds) ?? throw StopException.Usage($"the graph does not say of which {way} its entities are; --by entity tells owners apart one by one");
            var (bounds, totals) = holdings.ByWord(words);
            var rows = Ranked(bounds, place => words.Words[place]);
            return Table(values, totals, rows.Length, [new ResultColumn.Text(way, way, row => words.Words[rows[row]] is { Length: > 0 } word ? word : "(not given)")], row => bounds[rows[row]]);
        }
        else
        {
            var (owners, bounds, totals) = holdings.ByOwner();
            var rows = Ranked(bounds, place => place);
            return Table(values, totals, rows.Length, [.. GraphNames.Columns(data, "entity", row => owners[rows[row]])], row => bounds[rows[row]]);
        }
    }

    private ResultTable OfOwners(GraphData data, GraphValues values, int[] owners)
    {
        var holdings = new GraphHoldings(data, values);
        var found = Waiting.For(terminal, "adding up", _ => owners.Select(holdings.Of).ToArray());
        // What is known and unknown differs from owner to owner, for each is asked about with its own owners left out.
        var totals = new HeldTotals(found[0].Totals.Total, double.NaN, double.NaN, found.Max(owner => owner.Totals.Error));
        return Table(values, totals, owners.Length, [.. GraphNames.Columns(data, "entity", row => owners[row])], row => found[row].Bounds);
    }

    /// <summary>Groups that hold anything for sure, most first.</summary>
    private static int[] Ranked<T>(AmountInterval[] bounds, Func<int, T> name) where T : IComparable<T>
    {
        var rows = Enumerable.Range(0, bounds.Length).Where(place => bounds[place].Low > 0).ToArray();
        Array.Sort(rows, (a, b) => bounds[b].Low.CompareTo(bounds[a].Low) is not 0 and var order ? order : name(a).CompareTo(name(b)));
        return rows;
    }

    private static ResultTable Table(GraphValues values, HeldTotals totals, int rows, IReadOnlyList<ResultColumn> named, Func<int, AmountInterval> bounds)
    {
        var given = CompensatedTotal(values.Amounts.Span);
        List<ResultFact> facts = [new("value", "value", values.Name), new("assets", "assets", (long)values.Entities.Length), new("total", "total", given)];
        if (!double.IsNaN(totals.Kept))
        {
            facts.Add(new("known", "with known owners", totals.Kept));
            facts.Add(new("unknown", "with owners unknown", totals.Unknown));
        }
        facts.Add(new("error", "rounding error, at most", totals.Error));
        return new ResultTable(
        [
            .. named,
            new ResultColumn.Number("least", "at least", row => bounds(row).Low),
            new ResultColumn.Number("greatest", "at most", row => Math.Min(bounds(row).High, given)),
            new ResultColumn.Share("least_share", "of all", row => given > 0 ? bounds(row).Low / given : double.NaN),
            new ResultColumn.Share("greatest_share", "to", row => given > 0 ? Math.Min(1, bounds(row).High / given) : double.NaN),
        ], rows, facts);
    }

    /// <summary>The values to divide: those of the graph, or of the assets asked about.</summary>
    private static GraphValues Values(GraphData data, string[] ids)
    {
        if (ids.Length == 0) return data.Values ?? throw StopException.Usage("the graph has no values to divide: name a file of them with --values, or assets with --asset");
        var assets = GraphNames.Entities(data, ids);
        if (data.Values is not { } values) return new GraphValues("assets", assets, assets.Select(_ => 1.0).ToArray());
        var entities = values.Entities.Span;
        var amounts = new double[assets.Length];
        for (var i = 0; i < assets.Length; i++)
        {
            var place = entities.IndexOf(assets[i]);
            amounts[i] = place >= 0 ? values.Amounts.Span[place] : throw StopException.Usage($"'{data.Ids.Text(assets[i])}' has no {values.Name}; ask for assets that have, or give another file with --values");
        }
        return new GraphValues(values.Name, assets, amounts);
    }

    private static double CompensatedTotal(ReadOnlySpan<double> amounts)
    {
        // Neumaier's sum: what each addition loses is kept beside.
        double sum = 0, lost = 0;
        foreach (var amount in amounts)
        {
            var next = sum + amount;
            lost += Math.Abs(sum) >= Math.Abs(amount) ? sum - next + amount : amount - next + sum;
            sum = next;
        }
        return sum + lost;
    }

    private static string? By(ArgumentResult argument)
    {
        var word = argument.Tokens.Count > 0 ? argument.Tokens[0].Value : "";
        if (s_ways.Contains(word)) return word;
        argument.AddError($"owners are not told apart by '{word}'{Suggestion.For(word, s_ways)}; there are: {string.Join(", ", s_ways)}");
        return null;
    }
}
