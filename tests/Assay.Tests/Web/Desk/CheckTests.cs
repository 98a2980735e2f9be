using System.Net;
using Xunit;

namespace Assay.Tests.Web.Desk;

/// <summary>Articles that are sent to the desk.</summary>
public sealed class CheckTests
{
    internal const string Ties = """
        Title: Ties
        Date: 2025-06-17

        Kazakhstan is a member of the CSTO.

        Belarus is not a member of the CSTO.

        Armenia remains a member of the Eurasian Economic Union.
        """;

    [Fact]
    public async Task A_pasted_article_is_shown_with_its_findings()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var draft = await visitor.PasteAsync(Ties);
        Assert.Equal(HttpStatusCode.OK, draft.Status);
        Assert.StartsWith("/desk/drafts/", draft.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(3, draft.Page.QuerySelectorAll("article.card").Length);
        Assert.Contains("supported", draft.Page.QuerySelector("article.card")!.ClassList);
        Assert.Contains("refuted", draft.Page.QuerySelectorAll("article.card")[1].ClassList);
        // What is opened again is the same to the last word.
        var again = await visitor.OpenAsync(draft.Address.AbsolutePath);
        Assert.Equal(draft.Words(".draft-text .passage:last-of-type"), again.Words(".draft-text .passage:last-of-type"));
    }

    [Fact]
    public async Task What_is_wrong_with_an_article_is_said_and_what_was_pasted_is_kept()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var refused = await visitor.SendAsync(await visitor.OpenAsync("/desk?lang=en"), "/desk/drafts", ("text", "Kazakhstan is a member of the CSTO."), ("date", "June last"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("“June last” is no date", refused.Words(".problem"), StringComparison.Ordinal);
        Assert.Equal("Kazakhstan is a member of the CSTO.", refused.Words("textarea[name=text]"));
        Assert.Empty(await workbench.Store.Drafts.AllAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/", "private network")]
    [InlineData("http://[::1]/", "private network")]
    [InlineData("http://169.254.169.254/latest/meta-data", "private network")]
    [InlineData("file:///etc/passwd", "no address of the web")]
    public async Task No_address_of_this_machine_or_its_network_is_fetched(string address, string why)
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var refused = await visitor.SendAsync(await visitor.OpenAsync("/desk?lang=en"), "/desk/drafts", ("address", address));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(why, refused.Words(".problem"), StringComparison.Ordinal);
        Assert.Equal(address, refused.Page.QuerySelector("input[name=address]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_broken_is_refused_with_why()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        Assert.Contains("too-large", await UploadAsync(visitor, "large.txt", new byte[11 * 1024 * 1024], HttpStatusCode.RequestEntityTooLarge), StringComparison.Ordinal);
        Assert.Contains("broken.docx", await UploadAsync(visitor, "broken.docx", "PK\u0003\u0004 and then nothing"u8.ToArray(), HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_of_an_article_is_shown_as_words()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var draft = await visitor.PasteAsync("Title: <script>alert(1)</script>\nDate: 2025-06-17\n\nKazakhstan is a member of the CSTO <img src=x onerror=alert(1)> since \"><script>alert(2)</script>.");
        Assert.Equal(HttpStatusCode.OK, draft.Status);
        Assert.DoesNotContain(draft.Page.Scripts, script => script.TextContent.Contains("alert", StringComparison.Ordinal));
        Assert.Empty(draft.Page.QuerySelectorAll("[onerror]"));
        Assert.Contains("<script>alert(1)</script>", draft.Words("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_known_of_an_article_can_be_corrected_later()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var draft = await visitor.PasteAsync("Kazakhstan is a member of the CSTO now.");
        Assert.Contains("date is not known", draft.Words(), StringComparison.Ordinal);
        var described = await visitor.SendAsync(draft, "/about", ("title", "Ties"), ("author", "A. Writer"), ("date", "2025-06"));
        Assert.Contains("A. Writer · 2025-06", described.Words(".byline"), StringComparison.Ordinal);
        Assert.Equal("Ties", described.Words("h1"));
        var refused = await visitor.SendAsync(described, "/about", ("date", "soon"), ("title", "Other"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Other", refused.Page.QuerySelector("input[name=title]")!.GetAttribute("value"));
    }

    private static async Task<string> UploadAsync(DeskVisitor visitor, string name, byte[] bytes, HttpStatusCode expected)
    {
        var desk = await visitor.OpenAsync("/desk?lang=en");
        var token = desk.Page.QuerySelector("form[action='/desk/drafts'] input[type=hidden]")!;
        using var form = new MultipartFormDataContent { { new StringContent(token.GetAttribute("value")!), token.GetAttribute("name")! }, { new ByteArrayContent(bytes), "file", name } };
        using var answer = await visitor.Client.PostAsync("/desk/drafts", form, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        return new Answered(answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.RequestMessage!.RequestUri!).Words(".problem");
    }
}
