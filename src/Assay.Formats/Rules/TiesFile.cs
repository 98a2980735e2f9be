using System.Collections.Immutable;
using Assay.Records;

namespace Assay.Formats.Rules;

/// <summary>Reads <c>ties.yaml</c>: which figures tell what ties two states.</summary>
internal static class TiesFile
{
    /// <summary>Reads the file; problems are added to the list.</summary>
    public static TieRules Read(Func<string, string> textOf, List<Problem> problems)
    {
        const string File = "ties.yaml";
        var root = RuleNode.Parse(File, textOf(File), problems) ?? RuleNode.Parse(File, "{}", problems)!.Value;
        root.AllowOnly("sections");
        return new TieRules([.. root.Require("sections").Items().Select(Section)]);
    }

    private static TieSection Section(RuleNode section)
    {
        section.AllowOnly("section", "title", "indicators");
        return new TieSection(section.Require("section").Text(), section.Require("title").Text(), [.. section.Require("indicators").Items().Select(Indicator)]);
    }

    private static TieIndicator Indicator(RuleNode indicator)
    {
        indicator.AllowOnly("indicator", "total", "of");
        return new TieIndicator(indicator.Require("indicator").Text(), indicator["total"]?.Text() ?? "", indicator["of"]?.Text() ?? "");
    }
}
