using Assay.Storage;
using Assay.Storage.Published;
using Xunit;

namespace Assay.Tests.Storage;

public sealed class SqlitePublishedTests() : PublishedContract(Dialect.Sqlite);

public sealed class PostgreSqlPublishedTests() : PublishedContract(Dialect.PostgreSql);

/// <summary>Published versions: they never change, and what changed between them is told.</summary>
public abstract class PublishedContract(Dialect dialect) : StoreContract(dialect)
{
    [Fact]
    public async Task A_version_comes_back_as_it_was_published()
    {
        var draft = await Sample.DraftAsync(Store);
        byte[] document = [.. Enumerable.Range(0, 5000).Select(number => (byte)(number * 7 % 256))];
        var given = await Store.Published.AddAsync(draft, Sample.Version(Sample.Finding("c1"), Sample.Finding("c2", "Refuted")), document, [new PublishedPart("body", "en", "<p>é</p>"), new PublishedPart("body", "ru", "<p>я</p>")], "words");
        var found = (await Store.Published.FindAsync(given.Article))!;
        Assert.Equal((1, "ann", "Whose ore"), (found.Number, found.PublishedBy, found.Title));
        Assert.Equal(["c1", "c2"], found.Findings.Select(finding => finding.Claim));
        Assert.Equal([1L, 1L], found.Findings.Select(finding => finding.Since));
        Assert.Equal(document, await Store.Published.DocumentAsync(given.Article, 1));
        Assert.Equal("<p>я</p>", await Store.Published.PartAsync(given.Article, 1, "body", "ru"));
        Assert.Null(await Store.Published.PartAsync(given.Article, 1, "c9", "ru"));
        Assert.Equal(given.Article, (await Store.Drafts.FindAsync(draft))!.PublishedAs);
    }

    [Fact]
    public async Task A_later_version_leaves_the_earlier_as_it_was()
    {
        var draft = await Sample.DraftAsync(Store);
        var first = await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1"), Sample.Finding("c2")), draft: draft);
        var second = await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1", "Refuted"), Sample.Finding("c2")), draft: draft);
        Assert.Equal((first.Article, 2L), (second.Article, second.Number));
        Assert.Equal(["Supported", "Supported"], (await Store.Published.FindAsync(first.Article, 1))!.Findings.Select(finding => finding.Verdict));
        Assert.Equal(["Refuted", "Supported"], (await Store.Published.FindAsync(first.Article))!.Findings.Select(finding => finding.Verdict));
        Assert.Equal([2L, 1L], (await Store.Published.FindAsync(first.Article))!.Findings.Select(finding => finding.Since));
        Assert.Equal([2L, 1L], (await Store.Published.VersionsAsync(first.Article)).Select(version => version.Number));
    }

    [Fact]
    public async Task Changes_are_kept_as_told_and_stand_in_the_feed()
    {
        var draft = await Sample.DraftAsync(Store);
        var first = await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1")), draft: draft);
        VerdictChange[] changes = [new("c1", "The mine", "Supported", "Refuted", "stake sold 2024-12-17"), new("c2", "It's new", "", "Supported", "")];
        await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1", "Refuted"), Sample.Finding("c2")) with { Changes = [.. changes] }, draft: draft);
        Assert.Equal(changes, (await Store.Published.FindAsync(first.Article))!.Changes);
        Assert.Empty((await Store.Published.FindAsync(first.Article, 1))!.Changes);
        Assert.Equal(changes, (await Store.Published.VersionsAsync(first.Article))[0].Changes);
        var feed = await Store.Published.ChangedVerdictsAsync(null, 10);
        Assert.Equal(changes, feed.Select(line => line.Change));
        Assert.All(feed, line => Assert.Equal((first.Article, 2L, "Whose ore"), (line.Article, line.Number, line.Title)));
        Assert.Equal(changes[1..], (await Store.Published.ChangedVerdictsAsync(null, 10, 1)).Select(line => line.Change));
        Assert.Empty(await Store.Published.ChangedVerdictsAsync(feed[0].Published.AddMilliseconds(1), 10));
        Assert.Equal([first.Article], (await Store.Published.ChangedArticlesAsync(feed[0].Published, 10)).Select(line => line.Id));
        Assert.Empty(await Store.Published.ChangedArticlesAsync(feed[0].Published.AddMilliseconds(1), 10));
    }

    [Fact]
    public async Task A_version_whose_changes_were_told_for_another_number_is_refused_whole()
    {
        var draft = await Sample.DraftAsync(Store);
        var first = await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1")) with { Number = 1 }, draft: draft);
        await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1")) with { Number = 2 }, draft: draft);
        await Assert.ThrowsAsync<StaleException>(() => Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1", "Refuted")) with { Number = 2 }, draft: draft));
        Assert.Equal(["Supported"], (await Store.Published.FindAsync(first.Article))!.Findings.Select(finding => finding.Verdict));
    }

    [Fact]
    public async Task Versions_published_at_once_each_get_a_number_of_their_own()
    {
        var draft = await Sample.DraftAsync(Store);
        await using var other = await OpenAsync();
        var versions = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Sample.PublishAsync(number % 2 == 0 ? Store : other, Sample.Version(Sample.Finding("c1")), draft: draft)));
        Assert.Single(versions.Select(version => version.Article).Distinct());
        Assert.Equal(Enumerable.Range(1, 8).Select(number => (long)number), versions.Select(version => version.Number).Order());
    }

    [Fact]
    public async Task A_signature_belongs_to_the_verdict_that_was_signed()
    {
        var draft = await Sample.DraftAsync(Store);
        var first = await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1"), Sample.Finding("c2")), draft: draft);
        Assert.True(await Store.Published.SignAsync(first.Article, 1, "c1", "ann"));
        Assert.True(await Store.Published.SignAsync(first.Article, 1, "c1", "bob"));
        Assert.False(await Store.Published.SignAsync(first.Article, 1, "c9", "ann"));
        Assert.Equal(["ann", ""], (await Store.Published.FindAsync(first.Article))!.Findings.Select(finding => finding.SignedBy));
        await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1"), Sample.Finding("c2")), draft: draft);
        Assert.Equal(["ann", ""], (await Store.Published.FindAsync(first.Article))!.Findings.Select(finding => finding.SignedBy));
        await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1", "Refuted"), Sample.Finding("c2")), draft: draft);
        Assert.Equal(["", ""], (await Store.Published.FindAsync(first.Article))!.Findings.Select(finding => finding.SignedBy));
    }

    [Fact]
    public async Task Findings_are_found_by_entity_and_by_source_in_the_latest_version_alone()
    {
        var draft = await Sample.DraftAsync(Store);
        var first = await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1"), Sample.Finding("c2")), draft: draft);
        Assert.Equal(["c1", "c2"], (await Store.Published.OnEntityAsync("northern-ores")).Select(line => line.Claim));
        await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1") with { Entities = ["mine"] }), draft: draft);
        Assert.Empty(await Store.Published.OnEntityAsync("northern-ores"));
        Assert.Equal([(first.Article, "c1")], (await Store.Published.OnSourceAsync("register-2024")).Select(line => (line.Article, line.Claim)));
    }

    [Fact]
    public async Task What_keeps_pages_in_memory_learns_of_every_change_by_a_number()
    {
        await using var other = await OpenAsync();
        var known = (await other.RevisionsAsync()).Published;
        async Task Rises()
        {
            var now = (await other.RevisionsAsync()).Published;
            Assert.True(now > known);
            known = now;
        }
        var version = await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1")));
        await Rises();
        await Store.Published.SignAsync(version.Article, 1, "c1", "ann");
        await Rises();
        var request = await Store.Requests.AddAsync(version.Article, 1, "c1", "It was sold.", "https://example.org/sale");
        await Rises();
        await Store.Requests.AnswerAsync(request, accepts: true, "So it was.", "ann");
        await Rises();
        await Store.Published.FindAsync(version.Article);
        Assert.Equal(known, (await other.RevisionsAsync()).Published);
    }

    [Fact]
    public async Task A_request_is_answered_once()
    {
        var version = await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1")));
        var id = await Store.Requests.AddAsync(version.Article, 1, "c1", "It was sold.", "https://example.org/sale");
        Assert.True(await Store.Requests.AnswerAsync(id, accepts: false, "It was not.", "ann"));
        Assert.False(await Store.Requests.AnswerAsync(id, accepts: true, "It was.", "bob"));
        var request = (await Store.Requests.FindAsync(id))!;
        Assert.Equal(("declined", "It was not.", "ann"), (request.State, request.Answer, request.AnsweredBy));
        Assert.NotNull(request.Answered);
        Assert.Single(await Store.Requests.OfArticleAsync(version.Article));
    }
}
