using System.Text;
using AngleSharp.Dom;

namespace Assay.Formats.Articles;

/// <summary>
/// The text of a part of a web page as a reader sees it: one line a paragraph, blank lines between, without scripts, captions of controls and
/// what is hidden. It walks without recursion, so that no depth of nesting can exhaust the stack.
/// </summary>
internal static class FlowText
{
    private static readonly HashSet<string> Passed = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "video", "audio", "canvas", "form", "button", "select", "input", "textarea", "nav", "head", "title",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "section", "article", "main", "header", "footer", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
        "blockquote", "pre", "figure", "figcaption", "table", "tr", "hr", "address", "body", "details", "summary",
    };

    /// <summary>The text below <paramref name="root"/>.</summary>
    public static string Of(INode root)
    {
        var text = new StringBuilder();
        var line = new StringBuilder();
        for (INode? node = root, next; node is not null; node = next)
        {
            var isPassed = node is IElement element && IsPassed(element);
            if (node is IText words) Append(line, words.Data);
            else if (node is IElement { LocalName: "br" }) Append(line, "\n");
            else if (node is IElement { LocalName: "td" or "th" }) Append(line, " ");
            if (IsBlock(node)) End(text, line);
            next = isPassed ? null : node.FirstChild;
            while (next is null && node != root)
            {
                next = node.NextSibling;
                if (next is not null) break;
                node = node.Parent!;
                if (IsBlock(node)) End(text, line);
            }
        }
        End(text, line);
        return text.ToString();
    }

    private static bool IsBlock(INode node) => node is IElement element && Blocks.Contains(element.LocalName);

    private static bool IsPassed(IElement element) =>
        Passed.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
        || element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    // Runs of blanks are one; a line break that the page asks for stays one.
    private static void Append(StringBuilder line, string words)
    {
        if (words == "\n")
        {
            line.Append('\n');
            return;
        }
        foreach (var c in words)
        {
            var isBlank = char.IsWhiteSpace(c) && c != '\u00A0' || c == '\u00AD';
            if (c == '\u00AD') continue;
            if (!isBlank) line.Append(c == '\u00A0' ? ' ' : c);
            else if (line.Length > 0 && line[^1] is not (' ' or '\n')) line.Append(' ');
        }
    }

    private static void End(StringBuilder text, StringBuilder line)
    {
        var paragraph = line.ToString().Trim();
        line.Clear();
        if (paragraph.Length == 0) return;
        if (text.Length > 0) text.Append("\n\n");
        text.Append(paragraph);
    }
}
