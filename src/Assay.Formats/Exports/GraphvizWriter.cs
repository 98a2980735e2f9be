using System.Globalization;
using System.Text;

namespace Assay.Formats.Exports;

/// <summary>Writes a graph in Graphviz's language. Every name stands in quotes, and nothing in it is taken for an escape or for markup.</summary>
internal static class GraphvizWriter
{
    public static void Write(ExportScope scope, Stream output, ExportReport report)
    {
        var graph = ExportGraph.Of(scope, report);
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine($"digraph {Quoted(scope.Name)} {{");
        text.WriteLine($"  graph [charset=\"UTF-8\", label={Label(scope.Title)}, rankdir=\"TB\"];");
        text.WriteLine("  node [shape=\"box\", style=\"rounded\", fontname=\"sans-serif\"];");
        text.WriteLine("  edge [fontname=\"sans-serif\", fontsize=\"10\"];");
        foreach (var node in graph.Nodes)
            text.WriteLine($"  {Quoted(node.Id)} [label={Label(node.Label)}, shape=\"{ShapeOf(node.Kind)}\", comment={Quoted(node.Kind)}];");
        foreach (var edge in graph.Edges)
            text.WriteLine($"  {Quoted(edge.Source)} -> {Quoted(edge.Target)} [label={Label(LabelOf(edge))}, style=\"{(edge.Status == "reported" ? "solid" : "dashed")}\", weight=\"{Whole(edge.Weight)}\", comment={Quoted(edge.Row)}];");
        text.WriteLine("}");
        foreach (var node in graph.Nodes.Where(node => node.Identifiers.Length + node.Aliases.Length > 0)) report.Lost("other names and identifiers of nodes", null);
        foreach (var edge in graph.Edges.Where(edge => edge.Sources.Length > 0)) report.Lost("sources and notes of edges", new Evidence.StatementId(edge.Row));
    }

    private static string LabelOf(ExportEdge edge)
    {
        var share = edge.Share is { } limits ? $"{limits} %" : "";
        var words = edge.Kind == "stake" ? share : share.Length > 0 ? $"{edge.Label}, {share}" : edge.Label;
        var span = (edge.From, edge.To, edge.Seen) switch
        {
            ("", "", "") => "",
            ("", "", var seen) => $"seen {seen}",
            (var from, "", _) => $"from {from}",
            ("", var to, _) => $"until {to}",
            var (from, to, _) => $"{from} to {to}",
        };
        if (edge.Lapsed.Length > 0) span = $"{span}, not confirmed after {edge.Lapsed}".TrimStart(',', ' ');
        return span.Length == 0 ? words : $"{words}\n{span}";
    }

    private static string ShapeOf(string kind) => kind switch
    {
        "state" or "bloc" => "ellipse",
        "person" => "oval",
        "field" or "mine" or "pipeline" or "port" or "place" or "asset" or "project" => "hexagon",
        "agreement" or "event" => "note",
        "group" => "octagon",
        _ => "box",
    };

    /// <summary>Ranks want whole weights: a hundred for all of it.</summary>
    private static string Whole(double weight) => ((int)Math.Max(1, Math.Round(weight * 100))).ToString(CultureInfo.InvariantCulture);

    /// <summary>A quoted id: within it only a quote and, before one, a backslash mean anything; controls are left out.</summary>
    private static string Quoted(string text) => $"\"{Plain(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>A label: beside quotes, backslashes begin escapes and ampersands the names of letters.</summary>
    private static string Label(string text) =>
        string.Concat("\"", string.Join("\\n", text.Split('\n').Select(line => Plain(line)
            .Replace("&", "&amp;", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))), "\"");

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.EnumerateRunes())
            plain.Append(Rune.IsControl(letter) ? " " : letter.ToString());
        return plain.ToString();
    }
}
