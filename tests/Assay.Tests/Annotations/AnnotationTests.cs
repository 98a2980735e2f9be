using System.Text;
using System.Text.Json;
using Assay.Articles;
using Assay.Findings;
using Assay.Formats.Annotations;
using Assay.Tests.Json;
using Assay.Tests.Publications;
using CsCheck;
using Xunit;

namespace Assay.Tests.Annotations;

public sealed class AnnotationTests
{
    private static readonly CheckedArticle Sample = SampleResult.Create();

    [Fact]
    public void Positions_count_code_points_and_lead_back_to_the_quote() => Gen.Select(Gen.OneOf(Gen.String, Gen.Const("😀🗻a")).Array[0, 6], Gen.Int[0, 40], Gen.Int[0, 40]).Sample((parts, from, length) =>
    {
        var text = string.Concat(parts);
        var span = Whole(text, Math.Min(from, text.Length), Math.Min(from + length, text.Length));
        var places = new CodePoints(text);
        var points = Points(text);
        Assert.Equal(text[span.Start..span.End], string.Concat(points[places.Before(span.Start)..places.Before(span.End)]));
    });

    [Fact]
    public void A_position_behind_an_astral_character_is_one_less_than_its_offset()
    {
        var article = With("😀 Hills 🗻 rise.", "rise");
        var target = Annotation(AnnotationsJson.Write(article)).GetProperty("target");
        var position = target.GetProperty("selector").EnumerateArray().Single(selector => selector.GetProperty("type").GetString() == "TextPositionSelector");
        Assert.Equal((10, 14), (position.GetProperty("start").GetInt32(), position.GetProperty("end").GetInt32()));
        var quote = target.GetProperty("selector")[0];
        Assert.Equal(("rise", "😀 Hills 🗻 ", "."), (quote.GetProperty("exact").GetString(), quote.GetProperty("prefix").GetString(), quote.GetProperty("suffix").GetString()));
    }

    [Fact]
    public void Prefix_and_suffix_are_never_cut_inside_a_character()
    {
        var around = string.Concat(Enumerable.Repeat("🗻", 50));
        var quote = Annotation(AnnotationsJson.Write(With($"x{around}rise{around}y", "rise"))).GetProperty("target").GetProperty("selector")[0];
        Assert.Equal(string.Concat(Enumerable.Repeat("🗻", 32)), quote.GetProperty("prefix").GetString());
        Assert.Equal(string.Concat(Enumerable.Repeat("🗻", 32)), quote.GetProperty("suffix").GetString());
    }

    [Fact]
    public void Quotes_only_writes_nothing_of_the_text_around_the_quotes()
    {
        var article = With("Secret before. Hills rise. Secret after.", "Hills rise.");
        foreach (var json in (byte[][])[AnnotationsJson.Write(article, quotesOnly: true), AnnotationsJson.Write(article, Published.Unsigned with { QuotesOnly = true })])
            Assert.DoesNotContain("Secret", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
        Assert.Contains("Secret", Encoding.UTF8.GetString(AnnotationsJson.Write(article, Published.Unsigned)), StringComparison.Ordinal);
    }

    [Fact]
    public void Software_is_the_creator_until_a_person_signs()
    {
        Assert.Equal("Software", Annotation(AnnotationsJson.Write(Sample, Published.Unsigned)).GetProperty("creator").GetProperty("type").GetString());
        var signed = Annotation(AnnotationsJson.Write(Sample, Published.Signed(Sample))).GetProperty("creator");
        Assert.Equal(("Person", "Aигерім O'Neil"), (signed.GetProperty("type").GetString(), signed.GetProperty("name").GetString()));
    }

    [Fact]
    public void Every_annotation_has_what_the_model_asks_for()
    {
        foreach (var json in (byte[][])[AnnotationsJson.Write(Sample), AnnotationsJson.Write(Sample, Published.Signed(Sample))])
        {
            using var document = JsonDocument.Parse(json);
            var collection = document.RootElement;
            Assert.Equal("http://www.w3.org/ns/anno.jsonld", collection.GetProperty("@context").GetString());
            Assert.Equal("AnnotationCollection", collection.GetProperty("type").GetString());
            Assert.Equal(Sample.Findings.Length, collection.GetProperty("total").GetInt32());
            var page = collection.GetProperty("first");
            Assert.Equal(("AnnotationPage", collection.GetProperty("id").GetString()), (page.GetProperty("type").GetString(), page.GetProperty("partOf").GetString()));
            var items = page.GetProperty("items").EnumerateArray().ToList();
            Assert.Equal(Sample.Findings.Length, items.Select(item => Iri(item.GetProperty("id"))).Distinct().Count());
            foreach (var item in items)
            {
                Assert.Equal(("Annotation", "assessing"), (item.GetProperty("type").GetString(), item.GetProperty("motivation").GetString()));
                Iri(item.GetProperty("target").GetProperty("source"));
                Assert.All(item.GetProperty("body").EnumerateArray().Where(body => body.GetProperty("type").GetString() == "TextualBody"), body => Assert.NotEqual("", body.GetProperty("value").GetString()));
            }
        }
    }

    [Fact]
    public void The_same_text_gets_the_same_ids_and_another_text_others()
    {
        Assert.Equal(AnnotationsJson.Write(Sample), AnnotationsJson.Write(SampleResult.Create()));
        Assert.NotEqual(Annotation(AnnotationsJson.Write(With("One.", "One."))).GetProperty("id").GetString(), Annotation(AnnotationsJson.Write(With("Two.", "Two."))).GetProperty("id").GetString());
    }

    [Fact]
    public void Times_are_written_in_utc()
    {
        var annotation = Annotation(AnnotationsJson.Write(Sample, Published.Unsigned));
        Assert.Equal(("2024-06-01T08:00:00Z", "2024-06-05T00:00:00Z"), (annotation.GetProperty("created").GetString(), annotation.GetProperty("modified").GetString()));
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        foreach (var text in Published.HostileTexts)
        {
            var article = Published.With(text);
            var json = AnnotationsJson.Write(article, Published.Signed(article));
            Assert.Equal(-1, json.AsSpan().IndexOfAny("<>&"u8));
            var quote = Annotation(json).GetProperty("target").GetProperty("selector")[0].GetProperty("exact").GetString()!;
            Assert.Equal(Points(text).Select(point => point.Length == 1 && char.IsSurrogate(point[0]) ? "\uFFFD" : point), Points(quote));
        }
    }

    private static string Iri(JsonElement value) => Uri.TryCreate(value.GetString(), UriKind.Absolute, out _) ? value.GetString()! : throw new FormatException($"{value} is no IRI.");

    private static JsonElement Annotation(byte[] json) => JsonDocument.Parse(json).RootElement.GetProperty("first").GetProperty("items")[0];

    private static CheckedArticle With(string text, string quote)
    {
        var at = text.IndexOf(quote, StringComparison.Ordinal);
        return Sample with
        {
            Article = Sample.Article with { Text = text, Url = "" },
            Findings = [Sample.Findings[0] with { Claim = Sample.Findings[0].Claim with { Quote = quote, Span = new TextSpan(at, at + quote.Length) } }],
        };
    }

    /// <summary>The code points of a text, halves of pairs that stand alone counted as one.</summary>
    private static string[] Points(string text)
    {
        var points = new List<string>();
        for (var i = 0; i < text.Length; i++)
            points.Add(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? text.Substring(i++, 2) : text[i].ToString());
        return [.. points];
    }

    /// <summary>A span that begins and ends between characters.</summary>
    private static TextSpan Whole(string text, int start, int end)
    {
        while (start > 0 && start < text.Length && char.IsSurrogatePair(text[start - 1], text[start])) start--;
        while (end < text.Length && end > 0 && char.IsSurrogatePair(text[end - 1], text[end])) end++;
        return new TextSpan(start, Math.Max(start, end));
    }
}
