using Assay.Articles;
using Assay.Findings;
using Assay.Publishing.Text;
using CsCheck;
using Xunit;

namespace Assay.Tests.Publishing;

public sealed class SegmentTests
{
    private static readonly Gen<string> Words = Gen.Char["ab .?!\n😀é"].Array[0, 60].Select(letters => new string(letters));

    private static readonly Gen<CheckedArticle> Marked = Words.SelectMany(text => Spans(text).Select(Spans(text), (claims, passages) => With(text, claims, passages)));

    [Fact]
    public void Segments_of_overlapping_spans_reproduce_the_text() => Marked.Sample(article =>
    {
        var all = new TextSpan(0, article.Article.Text.Length);
        var segments = all.Length == 0 ? [] : TextSegment.Split(new ArticleMarks(article), all);
        Assert.Equal(article.Article.Text, string.Concat(segments.Select(segment => article.Article.Quote(segment.Span))));
    });

    [Fact]
    public void A_segment_carries_the_claims_that_cover_it_and_no_other() => Marked.Sample(article =>
    {
        var marks = new ArticleMarks(article);
        foreach (var stretch in ShownText.Paragraphs(article.Article, marks))
        {
            foreach (var segment in TextSegment.Split(marks, stretch))
            {
                var covering = marks.Claims.Where(mark => mark.Span.Contains(segment.Span)).Select(mark => mark.Number).Distinct();
                Assert.Equal(covering, segment.Claims);
            }
        }
    });

    [Fact]
    public void Every_place_of_a_claim_ends_in_one_segment_shown() => Marked.Sample(article =>
    {
        var marks = new ArticleMarks(article);
        foreach (var shown in new[] { ShownText.Paragraphs(article.Article, marks), ShownText.Sentences(article.Article, marks) })
        {
            var ends = shown.SelectMany(stretch => TextSegment.Split(marks, stretch)).SelectMany(segment => segment.Ending);
            Assert.Equal(marks.Claims.Order(ByPlace), ends.Order(ByPlace));
        }
    });

    [Fact]
    public void Sentences_lie_inside_paragraphs_and_do_not_overlap() => Marked.Sample(article =>
    {
        var marks = new ArticleMarks(article);
        var paragraphs = ShownText.Paragraphs(article.Article, marks);
        var sentences = ShownText.Sentences(article.Article, marks);
        Assert.All(sentences, sentence => Assert.Contains(paragraphs, paragraph => paragraph.Contains(sentence)));
        Assert.All(sentences.Zip(sentences.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    });

    private static readonly Comparer<ClaimMark> ByPlace = Comparer<ClaimMark>.Create((left, right) =>
        (left.Number, left.Occurrence).CompareTo((right.Number, right.Occurrence)));

    private static Gen<TextSpan[]> Spans(string text) =>
        Gen.Int[0, text.Length].Select(Gen.Int[0, text.Length], (a, b) => new TextSpan(Math.Min(a, b), Math.Max(a, b))).Array[0, 6];

    private static CheckedArticle With(string text, TextSpan[] claims, TextSpan[] passages)
    {
        var sample = SampleArticle.Checked;
        var article = new Article { Text = text, Body = new TextSpan(0, text.Length) };
        return sample with
        {
            Article = article,
            Findings = [.. claims.Select(span => sample.Findings[0] with { Claim = sample.Findings[0].Claim with { Span = span, Also = [new TextSpan(0, span.End)] } })],
            NotCheckable = [.. passages.Select(span => sample.NotCheckable[0] with { Span = span })],
        };
    }
}
