using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Articles;
using Assay.Claims;
using Assay.Mentions;
using Assay.Questions;

namespace Assay.Formats.Json;

/// <summary>Writes how an article was read as JSON, by the contract of <c>docs/formats/reading.md</c>. The same reading gives the same bytes.</summary>
public static class ReadingJson
{
    private static readonly DocumentContext Shapes = new(new JsonSerializerOptions(DocumentContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes the mentions of each sentence to the stream, with a line break at the end.</summary>
    public static void WriteMentions(Stream stream, Article article, ReadArticle read)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(read);
        var document = new MentionsDocument(Head(article), [.. read.Sentences.Select(sentence => new SentenceDocument(
            article.Quote(sentence.Sentence.Span), sentence.Sentence.Span.Start, sentence.Sentence.Span.End,
            [.. sentence.Elements.Where(e => e.Mention is not null).Select(e => MentionOf(article, e.Mention!, read.Lists))]))]);
        stream.Write(CheckedArticleJson.SafeInPage(JsonSerializer.SerializeToUtf8Bytes(document, Shapes.MentionsDocument)));
        stream.Write("\n"u8);
    }

    /// <summary>Writes what each claim came from, and what was let go, to the stream, with a line break at the end.</summary>
    public static void WriteClaims(Stream stream, Article article, ReadArticle read, Func<Claim, IEnumerable<Reading>> readingsOf)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(readingsOf);
        var document = new ClaimsDocument(
            Head(article),
            [.. read.Origins.Select(origin => ClaimOf(article, origin, readingsOf(origin.Claim)))],
            [.. read.Rejected.Select(r => new RejectedMatchDocument(r.Frame, r.Kind, article.Quote(r.Span), r.Span.Start, r.Span.End, r.Why, Known(r.For)))],
            [.. read.Found.NotCheckable.Select(p => new NotCheckableDocument(p.Id, p.Quote, p.Span.Start, p.Span.End, p.Why))],
            [.. read.PassedOver.Select(p => new PassedOverDocument(article.Quote(p.Span), p.Span.Start, p.Span.End, p.Why))]);
        stream.Write(CheckedArticleJson.SafeInPage(JsonSerializer.SerializeToUtf8Bytes(document, Shapes.ClaimsDocument)));
        stream.Write("\n"u8);
    }

    private static ArticleHead Head(Article article) =>
        new(Known(article.Title), Known(article.Author), Known(article.Publisher), article.Date?.ToString(), Known(article.Url), article.Language);

    private static MentionDocument MentionOf(Article article, Mention mention, LinkingWords lists)
    {
        var words = article.Quote(mention.Span);
        var name = mention as Mention.Name;
        return new MentionDocument(
            words, mention.Span.Start, mention.Span.End, MentionWords.KindOf(mention), name is null ? Known(MentionWords.ValueOf(mention)) : null,
            name is null ? null : [.. LinkScores.Of(name, words, lists).Select(link => new LinkDocument(
                link.Entity.EntityId.ToString(), link.Entity.Name, link.Entity.Kind.ToString().ToLowerInvariant(), link.Score, link.Reason, Known(link.Alias)))],
            name is null ? null : [.. name.Rejected.Select(r => new RejectedLinkDocument(r.Entity.EntityId.ToString(), r.Entity.Name, r.Why))]);
    }

    private static ClaimOriginDocument ClaimOf(Article article, ClaimOrigin origin, IEnumerable<Reading> readings)
    {
        var claim = origin.Claim;
        return new ClaimOriginDocument(
            claim.Id, claim.Quote, claim.Span.Start, claim.Span.End, claim.Kind, claim.Frame, claim.Stance, Known(claim.Speaker), claim.Time.Days?.ToString(), claim.Expects.Words,
            [.. origin.Triggers.Select(span => new QuoteDocument(article.Quote(span), span.Start, span.End))],
            [.. origin.Roles.Select(role => new RoleDocument(role.Role, role.Type.ToString().ToLowerInvariant(), article.Quote(role.Span), role.Span.Start, role.Span.End,
                role.Mention is { } mention ? Known(MentionWords.ValueOf(mention)) : null))],
            [.. readings.Select(reading => new QuestionDocument(
                reading.Text, reading.Choices.GroupBy(c => c.Word).ToDictionary(g => g.Key, g => g.First().Taken), (reading.Question as Question.Open)?.Why))]);
    }

    private static string? Known(string text) => text.Length == 0 ? null : text;
}
