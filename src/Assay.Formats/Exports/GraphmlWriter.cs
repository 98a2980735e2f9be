using System.Globalization;
using System.Text;
using System.Xml;

namespace Assay.Formats.Exports;

/// <summary>Writes GraphML 1.0 with typed keys, as Gephi, yEd, igraph and NetworkX read it: labels, kinds, shares with their limits, weights, dates, sources.</summary>
internal static class GraphmlWriter
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    private static readonly (string Name, Func<ExportNode, string> Value)[] s_nodeKeys =
    [
        ("label", node => node.Label), ("kind", node => node.Kind), ("country", node => node.Country), ("parent", node => node.Parent), ("aliases", node => node.Aliases),
        ("identifiers", node => node.Identifiers), ("from", node => node.From), ("to", node => node.To),
    ];

    private static readonly (string Name, string Type, Func<ExportEdge, string> Value)[] s_edgeKeys =
    [
        ("label", "string", edge => edge.Label), ("weight", "double", edge => Number(edge.Weight)), ("kind", "string", edge => edge.Kind),
        ("share", "double", edge => Number(edge.Central)), ("share_min", "double", edge => Number(edge.Share?.Low)), ("share_max", "double", edge => Number(edge.Share?.High)),
        ("from", "string", edge => edge.From), ("to", "string", edge => edge.To), ("seen", "string", edge => edge.Seen), ("lapsed", "string", edge => edge.Lapsed), ("status", "string", edge => edge.Status),
        ("row", "string", edge => edge.Row), ("sources", "string", edge => edge.Sources), ("note", "string", edge => edge.Note),
    ];

    public static void Write(ExportScope scope, Stream output, ExportReport report)
    {
        var graph = ExportGraph.Of(scope, report);
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n", CloseOutput = false });
        xml.WriteStartElement("graphml", Namespace);
        foreach (var (name, _) in s_nodeKeys) Key(xml, "node", name, "string");
        foreach (var (name, type, _) in s_edgeKeys) Key(xml, "edge", name, type);
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", scope.Name);
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (var node in graph.Nodes)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", node.Id);
            foreach (var (name, value) in s_nodeKeys) Data(xml, "node", name, value(node));
            xml.WriteEndElement();
        }
        for (var i = 0; i < graph.Edges.Count; i++)
        {
            var edge = graph.Edges[i];
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", string.Create(CultureInfo.InvariantCulture, $"e{i}"));
            xml.WriteAttributeString("source", edge.Source);
            xml.WriteAttributeString("target", edge.Target);
            foreach (var (name, _, value) in s_edgeKeys) Data(xml, "edge", name, value(edge));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Key(XmlWriter xml, string of, string name, string type)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", $"{of}-{name}");
        xml.WriteAttributeString("for", of);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, string of, string name, string value)
    {
        if (value.Length == 0) return;
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", $"{of}-{name}");
        xml.WriteString(Legal(value));
        xml.WriteEndElement();
    }

    // XML 1.0 has no form, not even an escaped one, for most control characters and for halves of a pair.
    private static string Legal(string text)
    {
        var first = 0;
        while (first < text.Length && XmlConvert.IsXmlChar(text[first])) first++;
        if (first == text.Length) return text;
        var legal = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) legal.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) legal.Append(text, i++, 2);
            else legal.Append('\uFFFD');
        }
        return legal.ToString();
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
