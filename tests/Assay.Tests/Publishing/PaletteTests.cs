using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Publishing.Page;
using Xunit;

namespace Assay.Tests.Publishing;

/// <summary>The colours of the style sheet, held to WCAG 2.2 level AA in both schemes.</summary>
public sealed partial class PaletteTests
{
    private static readonly string[] Verdicts = ["supported", "refuted", "conflicting", "not-enough"];
    private static readonly string[] Grounds = ["paper", "card"];

    [Theory, InlineData("light"), InlineData("dark")]
    public void Text_has_a_contrast_of_four_and_a_half(string scheme)
    {
        var colours = Read(scheme);
        string[] texts = ["ink", "soft", "link", .. Verdicts];
        foreach (var text in texts)
            foreach (var ground in Grounds) AtLeast(4.5, colours, text, ground);
        foreach (var verdict in Verdicts) AtLeast(4.5, colours, "ink", verdict + "-tint");
        AtLeast(4.5, colours, "ink", "mixed-tint");
        AtLeast(4.5, colours, "ink", "pointed");
    }

    [Theory, InlineData("light"), InlineData("dark")]
    public void Marks_and_bars_have_a_contrast_of_three(string scheme)
    {
        var colours = Read(scheme);
        foreach (var verdict in Verdicts) AtLeast(3, colours, verdict, verdict + "-tint");
        AtLeast(3, colours, "mixed", "mixed-tint");
        AtLeast(3, colours, "counted", "other");
        AtLeast(3, colours, "counted", "card");
    }

    private static void AtLeast(double least, Dictionary<string, string> colours, string text, string ground)
    {
        var (a, b) = (Luminance(colours[text]), Luminance(colours[ground]));
        var contrast = (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
        Assert.True(contrast >= least, $"{text} on {ground}: {contrast:0.00}, expected {least}");
    }

    private static double Luminance(string hex)
    {
        double[] weights = [0.2126, 0.7152, 0.0722];
        return weights.Select((weight, at) =>
        {
            var value = int.Parse(hex.AsSpan(1 + at * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return weight * (value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4));
        }).Sum();
    }

    private static Dictionary<string, string> Read(string scheme)
    {
        using var reader = new StreamReader(typeof(ArticlePage).Assembly.GetManifestResourceStream("page.css")!);
        var blocks = Root().Matches(reader.ReadToEnd());
        return Colour().Matches(blocks[scheme == "light" ? 0 : 1].Value).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    [GeneratedRegex(":root \\{[^}]*\\}")]
    private static partial Regex Root();

    [GeneratedRegex("--([a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex Colour();
}
