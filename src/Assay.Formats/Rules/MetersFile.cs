using System.Collections.Immutable;
using Assay.Questions;

namespace Assay.Formats.Rules;

/// <summary>Reads <c>meters.yaml</c>: what the indicators of the record count.</summary>
internal static class MetersFile
{
    public static Meters Read(Func<string, string> textOf, List<Problem> problems)
    {
        const string File = "meters.yaml";
        var root = RuleNode.Parse(File, textOf(File), problems) ?? RuleNode.Parse(File, "{}", problems)!.Value;
        root.AllowOnly("figures", "trade", "regimes");
        return new Meters([.. root.Require("figures").Items().Select(FigureOf)], [.. root.Require("trade").Items().Select(TradeOf)], [.. root.Require("regimes").Items().Select(RegimeOf)]);
    }

    private static Meter FigureOf(RuleNode node)
    {
        node.AllowOnly("goods", "counts", "of", "indicators", "shares", "taken", "minor");
        return new Meter(node.Require("goods").Text(), node.Require("counts").Text(), node["of"]?.OneOf<MeterOf>() ?? MeterOf.All,
            Texts(node.Require("indicators")), node["shares"] is { } shares ? Texts(shares) : [], node["taken"]?.Text() ?? "", node["minor"]?.Flag() ?? false);
    }

    private static TradeMeter TradeOf(RuleNode node)
    {
        node.AllowOnly("flow", "with", "total", "share");
        return new TradeMeter(node.Require("flow").Text(), node.Require("with").Text(), node.Require("total").Text(), node.Require("share").Text());
    }

    private static RegimeWords RegimeOf(RuleNode node)
    {
        node.AllowOnly("regime", "words", "excludes");
        return new RegimeWords(node.Require("regime").Text(), Texts(node.Require("words")), Texts(node.Require("excludes")));
    }

    private static ImmutableArray<string> Texts(RuleNode node) => [.. node.Items().Select(item => item.Text())];
}
