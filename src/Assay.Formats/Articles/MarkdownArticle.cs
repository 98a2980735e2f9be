using Assay.Articles;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Assay.Formats.Articles;

/// <summary>Takes the article out of Markdown: YAML front matter gives what a text's head lines give, the first heading is the title.</summary>
internal static class MarkdownArticle
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().UseFootnotes().DisableHtml().Build();

    public static Article Read(string markdown, string name)
    {
        MarkdownDocument document;
        string html;
        try
        {
            document = Markdown.Parse(markdown, Pipeline);
            html = document.ToHtml(Pipeline);
        }
        catch (ArgumentException error)
        {
            // Markdig bounds the nesting that it takes, when it reads as when it writes.
            throw ArticleFile.Refused(new Problem("too-deep", name, 0, 0, error.Message.ReplaceLineEndings(" "), "Markdown that people wrote", "save its text as .txt"));
        }
        var head = document.OfType<YamlFrontMatterBlock>().FirstOrDefault() is { } block ? HeadOf(block.Lines.ToString()) : [];
        var text = HtmlArticle.Text(html);
        var heading = document.OfType<HeadingBlock>().FirstOrDefault(h => h.Level == 1);
        var title = Of("title", "headline");
        if (title.Length == 0 && heading is not null && document.SkipWhile(b => b is YamlFrontMatterBlock).FirstOrDefault() == heading)
        {
            var end = text.IndexOf("\n\n", StringComparison.Ordinal);
            (title, text) = end < 0 ? (text, "") : (text[..end], text[(end + 2)..]);
        }
        // A text with head lines of its own keeps them.
        return head.Count == 0 && title.Length == 0 ? Article.FromText(text.Length == 0 ? markdown : text)
            : new ArticleParts(text) { Title = title, Author = Of("author", "authors", "by"), Publisher = Of("publisher", "outlet", "site"), Date = Of("date", "published"), Url = Of("url", "canonical", "link", "original", "source"), Language = Of("language", "lang") }.Compose(name);

        string Of(params ReadOnlySpan<string> keys)
        {
            foreach (var key in keys)
                if (head.TryGetValue(key, out var value)) return value;
            return "";
        }
    }

    private static Dictionary<string, string> HeadOf(string yaml)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            if (Rules.RuleNode.TooDeep(yaml) is not null) return values;
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode map }, ..])
                foreach (var (key, value) in map.Children)
                    if (key is YamlScalarNode { Value: { } name })
                        values[name] = value is YamlSequenceNode list ? string.Join(", ", list.Children.OfType<YamlScalarNode>().Select(node => node.Value)) : (value as YamlScalarNode)?.Value ?? "";
        }
        catch (Exception error) when (error is YamlException or InvalidOperationException or ArgumentException or FormatException)
        {
            // Front matter that is no YAML says nothing.
        }
        return values;
    }
}
