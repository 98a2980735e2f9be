using Assay.Questions;

namespace Assay.Formats.Rules;

/// <summary>Reads <c>units.yaml</c>: units of measure and how they turn into each other.</summary>
internal static class UnitsFile
{
    public static UnitTable Read(Func<string, string> textOf, List<Problem> problems)
    {
        const string File = "units.yaml";
        var root = RuleNode.Parse(File, textOf(File), problems) ?? RuleNode.Parse(File, "{}", problems)!.Value;
        root.AllowOnly("units", "conversions");
        var units = root.Require("units").Items().Select(UnitOf).ToList();
        return new UnitTable(units, root.Require("conversions").Items().Select(node => RatioOf(node, units)).ToList());
    }

    private static Unit UnitOf(RuleNode node)
    {
        node.AllowOnly("id", "measures", "is", "per-day", "shown-from");
        return new Unit(node.Require("id").Text(), node.Require("measures").Text(), Positive(node, "is"), node["per-day"]?.Flag() ?? false, node["shown-from"]?.Decimal());
    }

    private static UnitRatio RatioOf(RuleNode node, List<Unit> units)
    {
        node.AllowOnly("from", "to", "goods", "low", "high", "source");
        foreach (var key in (string[])["from", "to"])
        {
            var unit = node.Require(key);
            if (!units.Exists(known => known.Id == unit.Text())) unit.Report("unit", $"'{unit.Text()}'", "the id of a unit above", "add the unit or use another");
        }
        var (low, high) = (Positive(node, "low"), Positive(node, "high"));
        if (low > high) node.Report("conversion-range", $"low {low} above high {high}", "low at most high", "swap them");
        return new UnitRatio(node.Require("from").Text(), node.Require("to").Text(), node.Require("goods").Text(), Math.Min(low, high), Math.Max(low, high), node.Require("source").Text());
    }

    private static decimal Positive(RuleNode node, string key)
    {
        var number = node.Require(key);
        var value = number.Decimal();
        if (value > 0) return value;
        number.Report("number", $"'{value}'", "a number above nought", "write how many it is");
        return 1;
    }
}
