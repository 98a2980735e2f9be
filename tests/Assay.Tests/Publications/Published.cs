using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Publications;
using Assay.Questions;
using Assay.Tests.Json;

namespace Assay.Tests.Publications;

/// <summary>Checked articles as they are published, plain ones and hostile ones.</summary>
internal static class Published
{
    public static Site Site { get; } = new(new Uri("https://checks.example/desk"), "The Desk & Sons", new Uri("https://desk.example/about"));

    /// <summary>The sample, with questions that the record was asked.</summary>
    public static CheckedArticle Sample
    {
        get
        {
            var sample = SampleResult.Create();
            var asked = new Question.Membership { When = null, Member = new EntityId("northland"), Body = new EntityId("hills"), Sense = default };
            return sample with { Findings = [.. sample.Findings.Select(finding => finding with { Leading = finding.Leading with { Reading = finding.Leading.Reading with { Question = asked } } })] };
        }
    }

    /// <summary>A publication with every finding signed.</summary>
    public static Publication Signed(CheckedArticle article) => Unsigned with
    {
        Signatures = article.Findings.ToDictionary(finding => finding.Claim.Id, finding => new Signature("Aигерім O'Neil", new DateOnly(2024, 6, 3), finding.Verdict)),
    };

    public static Publication Unsigned { get; } = new()
    {
        Site = Site, ArticleId = "hills", Version = 2, Published = DateTimeOffset.Parse("2024-06-01T10:00:00+02:00", null), Modified = DateTimeOffset.Parse("2024-06-05T00:00:00Z", null),
    };

    /// <summary>Texts that break what is written carelessly.</summary>
    public static IEnumerable<string> HostileTexts =>
    [
        "</script><script>alert(1)</script>", "<!--<script>", "]]>", "a\0b\u0001\u0008\u000b\u001f\u007f", "\u202e\u2066right to left\u200f", "\u2028\u2029\u0085", "\ud83d", "\udc00x", "x\ud83d", "\uffff\ufffe",
        "=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "a,b\"c\r\nd|e", "&amp;&#0;&bad;", "{{id}}${id}", "\"><img src=x onerror=1>", "' onload='1", new string('ж', 100_000), string.Concat(Enumerable.Repeat("😀", 50_000)), "",
    ];

    /// <summary>The sample with a text put wherever an article, a finding or an editor has one.</summary>
    public static CheckedArticle With(string text)
    {
        var sample = Sample;
        var article = sample.Article with { Text = text, Body = new TextSpan(0, text.Length), Title = text, Author = text, Publisher = text, Url = text };
        return sample with
        {
            Article = article,
            Findings = [.. sample.Findings.Select(finding => finding with { Justification = text, Claim = finding.Claim with { Quote = text, Span = article.Body, Speaker = text } })],
        };
    }
}
