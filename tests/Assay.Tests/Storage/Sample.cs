using System.Collections.Immutable;
using Assay.Articles;
using Assay.Evidence;
using Assay.Storage;
using Assay.Storage.Published;

namespace Assay.Tests.Storage;

/// <summary>Drafts and versions for tests of the store.</summary>
internal static class Sample
{
    public static Article Article(string title = "Whose ore", string text = "The mine belongs to Northern Ores. Southern Ores sold its stake.") => new()
    {
        Text = text, Body = new TextSpan(0, text.Length), Title = title, Author = "A. Writer", Publisher = "The Paper",
        Date = PartialDate.TryParse("2025-06-17", out var date) ? date : null, Url = "https://example.org/1", Disclaimer = "", Language = "en",
    };

    public static Task<string> DraftAsync(Store store, string title = "Whose ore") => store.Drafts.AddAsync(Article(title), quotesOnly: false, "ann");

    public static PublishedFinding Finding(string claim, string verdict = "Supported", string quote = "The mine belongs to Northern Ores.") =>
        new(claim, 0, quote, "Ownership", verdict, $"The record gives {claim} so.", "machine") { Entities = ["northern-ores", "mine"], Sources = ["register-2024"] };

    public static PublishedVersion Version(params ImmutableArray<PublishedFinding> findings) => new()
    {
        Article = "", Number = 0, Published = default, PublishedBy = "ann", AsOf = "2025-06-17", Title = "Whose ore", Author = "A. Writer", Publisher = "The Paper", Date = "2025-06-17",
        Url = "https://example.org/1", Language = "en", QuotesOnly = false, Packs = "world 1 abc", RulesSha256 = "def", Sha256 = "123", Findings = findings,
    };

    /// <summary>Publishes a version of a new draft.</summary>
    public static async Task<PublishedVersion> PublishAsync(Store store, PublishedVersion version, string body = "The mine belongs to Northern Ores. Southern Ores sold its stake.", string? draft = null) =>
        await store.Published.AddAsync(draft ?? await DraftAsync(store, version.Title), version, "{}"u8.ToArray(), [new PublishedPart("body", "en", "<p>whole</p>")], body);
}
