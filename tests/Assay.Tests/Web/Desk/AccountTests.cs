using System.Net;
using Assay.Storage.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Assay.Tests.Web.Desk;

/// <summary>Who may see and change what.</summary>
public sealed class AccountTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_visitor_of_this_machine_is_the_editor_and_the_second_is_told_why_not()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var first = new DeskVisitor(workbench);
        using var second = new DeskVisitor(workbench);
        Assert.Contains("its first visitor on this machine", (await first.OpenAsync("/desk?lang=en")).Words("body"), StringComparison.Ordinal);
        var told = await second.OpenAsync("/sign-in?lang=en");
        Assert.Equal(HttpStatusCode.Forbidden, told.Status);
        Assert.Contains("another visitor on this machine is its editor already", told.Words(), StringComparison.Ordinal);
        await first.SendAsync(await first.OpenAsync("/desk"), "/sign-out");
        Assert.Equal(HttpStatusCode.OK, (await second.OpenAsync("/desk")).Status);
    }

    [Theory]
    [InlineData("Host", "desk.example")]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Who_does_not_come_from_this_machine_itself_is_not_made_editor(string header, string value)
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        visitor.Client.DefaultRequestHeaders.Add(header, value);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.OpenAsync("/sign-in")).Status);
    }

    [Fact]
    public async Task A_reader_sees_the_desk_and_changes_nothing()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        await AddAsync(workbench, "reader", "reader");
        await AddAsync(workbench, "editor", "editor");
        using var editor = new DeskVisitor(workbench);
        using var reader = new DeskVisitor(workbench);
        await SignInAsync(editor, "editor");
        await SignInAsync(reader, "reader");
        var draft = (await editor.PasteAsync(CheckTests.Ties)).Address.AbsolutePath;
        foreach (var path in new[] { "/desk", draft, $"{draft}/claims/c1", $"{draft}/publish", $"{draft}/history", "/desk/requests" })
        {
            var page = await reader.OpenAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Empty(page.Page.QuerySelectorAll("main form[method=post]:not([action='/sign-out'])"));
        }
        var token = (await reader.OpenAsync("/desk")).Page.QuerySelector("form[action='/sign-out'] input")!;
        var refused = await reader.PostAsync($"{draft}/publish", [KeyValuePair.Create(token.GetAttribute("name")!, token.GetAttribute("value")!)]);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.OpenAsync("/desk/accounts")).Status);
        Assert.Empty(await workbench.Store.Published.ArticlesAsync(10, cancellation: Stop));
    }

    [Fact]
    public async Task Nobody_sees_the_desk_without_signing_in_and_is_sent_on_to_no_other_site()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        await AddAsync(workbench, "editor", "editor");
        using var visitor = new DeskVisitor(workbench);
        var asked = await visitor.OpenAsync("/desk/requests");
        Assert.Equal("/sign-in", asked.Address.AbsolutePath);
        foreach (var elsewhere in new[] { "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)" })
        {
            var page = await visitor.OpenAsync($"/sign-in?to={Uri.EscapeDataString(elsewhere)}");
            Assert.Equal("/desk", page.Page.QuerySelector("input[name=to]")!.GetAttribute("value"));
        }
        var signedIn = await visitor.SendAsync(asked, "/sign-in", ("name", "editor"), ("password", "right horse"));
        Assert.Equal("/desk/requests", signedIn.Address.AbsolutePath);
    }

    [Fact]
    public async Task After_several_wrong_passwords_even_the_right_one_has_to_wait()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        await AddAsync(workbench, "editor", "editor");
        using var visitor = new DeskVisitor(workbench);
        var form = await visitor.OpenAsync("/sign-in");
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 7; attempt++) statuses.Add((await visitor.SendAsync(form, "/sign-in", ("name", "editor"), ("password", $"wrong {attempt}"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, statuses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.SendAsync(form, "/sign-in", ("name", "editor"), ("password", "right horse"))).Status);
    }

    [Fact]
    public async Task A_form_that_no_page_of_the_site_gave_changes_nothing()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        await visitor.OpenAsync("/desk");
        foreach (var path in new[] { "/desk/drafts", "/desk/rows/memberships", "/desk/rows/memberships/lint", "/desk/requests/x", "/sign-out" })
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync(path, [KeyValuePair.Create("text", CheckTests.Ties)])).Status);
        Assert.Empty(await workbench.Store.Drafts.AllAsync(Stop));
    }

    private static Task AddAsync(RunningWorkbench workbench, string name, string role) =>
        workbench.Store.Accounts.SetAsync(new Account(name, new PasswordHasher<Account>().HashPassword(null!, "right horse"), role, "stamp", IsDisabled: false), Stop);

    private static async Task SignInAsync(DeskVisitor visitor, string name)
    {
        var signedIn = await visitor.SendAsync(await visitor.OpenAsync("/sign-in"), "/sign-in", ("name", name), ("password", "right horse"));
        Assert.Equal("/desk", signedIn.Address.AbsolutePath);
    }
}
