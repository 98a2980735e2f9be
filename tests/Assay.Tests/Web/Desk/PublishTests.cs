using System.Net;

namespace Assay.Tests.Web.Desk;

/// <summary>Versions that are published, signed and asked about.</summary>
public sealed class PublishTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_version_says_what_changed_and_the_first_stays_as_it_was()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var (draft, article) = await PublishAsync(visitor);
        var first = await workbench.Store.Published.DocumentAsync(article, 1, Stop);
        await visitor.SendAsync(await visitor.OpenAsync($"{draft}/claims/c1"), "/claims/c1", ("role.member", "Uzbekistan"));
        var preview = await visitor.OpenAsync($"{draft}/publish");
        Assert.Contains("Supported → Refuted", preview.Words(".verdict-changes"), StringComparison.Ordinal);
        Assert.Contains("editor corrected it (member: Kazakhstan → Uzbekistan)", preview.Words(".verdict-changes"), StringComparison.Ordinal);
        await visitor.SendAsync(preview, "/publish");
        var second = (await workbench.Store.Published.FindAsync(article, null, Stop))!;
        Assert.Equal(2, second.Number);
        var change = Assert.Single(second.Changes);
        Assert.Equal(("c1", "Supported", "Refuted"), (change.Claim, change.Old, change.New));
        Assert.Equal("corrected", second.Findings[0].Origin);
        Assert.Equal("machine", second.Findings[1].Origin);
        Assert.Contains("uz", second.Findings[0].Entities.IsEmpty ? await EntitiesAsync(workbench, article) : second.Findings[0].Entities);
        Assert.Equal(first, await workbench.Store.Published.DocumentAsync(article, 1, Stop));
        var again = await visitor.OpenAsync($"{draft}/publish");
        Assert.Contains("Nothing differs", again.Words(".publish"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_rows_of_the_record_are_told_as_why_a_verdict_changed()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var (draft, article) = await PublishAsync(visitor, "Title: Ties\nDate: 2025-06-17\n\nGeorgia is a member of the CSTO.");
        var form = await visitor.OpenAsync("/desk/rows/memberships");
        await visitor.SendAsync(form, "/memberships", ("member", "ge"), ("body", "csto"), ("from", "2025-01-01"), ("source.publisher", "A Ministry"), ("source.title", "A note"), ("source.date", "2025-02-03"), ("source.url", "https://ministry.example/note"));
        var changed = await UntilAsync(() => visitor.OpenAsync("/desk"), page => page.Page.QuerySelector(".verdict-changes") is not null);
        Assert.Contains("→ Supported", changed.Words(".verdict-changes"), StringComparison.Ordinal);
        var preview = await visitor.OpenAsync($"{draft}/publish");
        Assert.Contains("rests on: Georgia in", preview.Words(".verdict-changes"), StringComparison.Ordinal);
        await visitor.SendAsync(preview, "/publish");
        Assert.Single((await workbench.Store.Published.FindAsync(article, null, Stop))!.Changes);
        await UntilAsync(() => visitor.OpenAsync("/desk"), page => page.Words().Contains("what is published agrees", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_edited_since_the_preview_is_not_published_unseen()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var draft = (await visitor.PasteAsync(CheckTests.Ties)).Address.AbsolutePath;
        var preview = await visitor.OpenAsync($"{draft}/publish");
        await visitor.SendAsync(await visitor.OpenAsync($"{draft}/claims/c1"), "/claims/c1", ("role.member", "Uzbekistan"));
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.SendAsync(preview, "/publish")).Status);
        Assert.Empty(await workbench.Store.Published.ArticlesAsync(10, cancellation: Stop));
    }

    [Fact]
    public async Task Only_the_sentences_with_claims_of_an_article_that_may_not_be_republished_are_published()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var desk = await visitor.OpenAsync("/desk?lang=en");
        var draft = await visitor.SendAsync(desk, "/desk/drafts", ("text", CheckTests.Ties + "\n\nThe weather over the steppe was uncommonly mild."), ("quotes", "yes"));
        await visitor.SendAsync(await visitor.OpenAsync($"{draft.Address.AbsolutePath}/publish"), "/publish");
        var article = Assert.Single(await workbench.Store.Published.ArticlesAsync(10, cancellation: Stop)).Id;
        foreach (var language in new[] { "en", "ru" })
        {
            var body = (await workbench.Store.Published.PartAsync(article, 1, "body", language, Stop))!;
            Assert.DoesNotContain("uncommonly mild", body, StringComparison.Ordinal);
            Assert.Contains("member of the CSTO", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_finding_is_signed_under_the_name_of_its_editor_and_only_in_the_version_that_was_seen()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var (draft, article) = await PublishAsync(visitor);
        var work = await visitor.OpenAsync($"/desk/articles/{article}");
        var one = work.Page.QuerySelectorAll("ul.signed form")[1];
        await visitor.PostAsync(one.GetAttribute("action")!, one.QuerySelectorAll("input").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!)));
        var version = (await workbench.Store.Published.FindAsync(article, null, Stop))!;
        Assert.Equal(["", "editor", ""], version.Findings.Select(finding => finding.SignedBy));
        await visitor.SendAsync(await visitor.OpenAsync($"{draft}/publish"), "/publish");
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.SendAsync(work, "/sign")).Status);
    }

    [Fact]
    public async Task A_request_is_answered_once_and_in_public()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var (_, article) = await PublishAsync(visitor);
        var id = await workbench.Store.Requests.AddAsync(article, 1, "c1", "It left <b>long</b> ago.", "javascript:alert(1)", Stop);
        var page = await visitor.OpenAsync("/desk/requests");
        Assert.Contains("It left <b>long</b> ago.", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(page.Page.QuerySelectorAll("a"), link => link.GetAttribute("href")!.StartsWith("javascript", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SendAsync(page, id, ("answer", " "), ("accepts", "no"))).Status);
        await visitor.SendAsync(page, id, ("answer", "It did not."), ("accepts", "no"));
        var late = await visitor.SendAsync(page, id, ("answer", "It did."), ("accepts", "yes"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        var kept = (await workbench.Store.Requests.FindAsync(id, Stop))!;
        Assert.Equal(("declined", "It did not.", "editor"), (kept.State, kept.Answer, kept.AnsweredBy));
    }

    private static async Task<(string Draft, string Article)> PublishAsync(DeskVisitor visitor, string text = CheckTests.Ties)
    {
        var draft = (await visitor.PasteAsync(text)).Address.AbsolutePath;
        var published = await visitor.SendAsync(await visitor.OpenAsync($"{draft}/publish?lang=en"), "/publish");
        Assert.Equal(HttpStatusCode.OK, published.Status);
        return (draft, published.Address.AbsolutePath.Split('/')[^1]);
    }

    private static async Task<IEnumerable<string>> EntitiesAsync(RunningWorkbench workbench, string article) =>
        (await workbench.Store.Published.OnEntityAsync("uz", Stop)).Any(line => line.Article == article && line.Claim == "c1") ? ["uz"] : [];

    private static async Task<Answered> UntilAsync(Func<Task<Answered>> open, Func<Answered, bool> isSo)
    {
        for (var attempt = 0; ; attempt++)
        {
            var page = await open();
            if (isSo(page)) return page;
            Assert.True(attempt < 300, page.Words());
            await Task.Delay(200, Stop);
        }
    }
}
