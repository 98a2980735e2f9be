using System.Net;

namespace Assay.Tests.Web.Desk;

/// <summary>Rows that are added to the record from the desk.</summary>
public sealed class RowTests
{
    private const string Georgia = "Title: Ties\nDate: 2025-06-17\n\nGeorgia is a member of the CSTO.";

    private static readonly (string, string?)[] Source =
    [
        ("source.publisher", "A Ministry"), ("source.title", "A note on membership"), ("source.date", "2025-02-03"), ("source.url", "https://ministry.example/note"),
    ];

    [Fact]
    public async Task A_row_added_from_a_claim_changes_its_verdict_at_once()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var draft = await visitor.PasteAsync(Georgia);
        var path = draft.Address.AbsolutePath;
        Assert.DoesNotContain("supported", draft.Page.QuerySelector("article.card")!.ClassList);
        Assert.False(Directory.Exists(Path.Combine(workbench.Folder, "packs")));
        var form = await visitor.OpenAsync($"/desk/rows/memberships?draft={path.Split('/')[^1]}&claim=c1");
        Assert.Equal("ge", form.Page.QuerySelector("input[name=member]")!.GetAttribute("value"));
        Assert.Equal("csto", form.Page.QuerySelector("input[name=body]")!.GetAttribute("value"));
        var added = await visitor.SendAsync(form, "/memberships", [("from", "2025-01-01"), .. Source]);
        Assert.Equal(HttpStatusCode.OK, added.Status);
        Assert.Contains("ge,csto,member,2025-01-01", added.Words("[role=status] code"), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(workbench.Folder, "packs", "desk", "datapackage.json")));
        Assert.Contains("supported", (await visitor.OpenAsync(path)).Page.QuerySelector("article.card")!.ClassList);
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_at_its_field_and_nothing_is_written()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        await visitor.OpenAsync("/desk");
        var form = await visitor.OpenAsync("/desk/rows/memberships?lang=en");
        var refused = await visitor.SendAsync(form, "/memberships", ("member", "Georgya"), ("from", "2025-13"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("'Georgya' is unknown", refused.Page.QuerySelector("input[name=member]")!.Closest("div")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("it is missing", refused.Page.QuerySelector("input[name=body]")!.Closest("div")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("a source is missing", refused.Page.QuerySelector("input[name=sources]")!.Closest("div")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Georgya", refused.Page.QuerySelector("input[name=member]")!.GetAttribute("value"));
        var wrong = await visitor.SendAsync(form, "/memberships", [("member", "ge"), ("body", "csto"), ("from", "2025-13"), .. Source]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("2025-13", wrong.Words(".row-form"), StringComparison.Ordinal);
        Assert.DoesNotContain("2025-13", File.Exists(Path.Combine(workbench.Folder, "packs", "desk", "memberships.csv")) ? await File.ReadAllTextAsync(Path.Combine(workbench.Folder, "packs", "desk", "memberships.csv"), TestContext.Current.CancellationToken) : "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_is_linted_as_it_is_typed_and_no_pack_is_made_for_that()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        await visitor.OpenAsync("/desk");
        var form = await visitor.OpenAsync("/desk/rows/memberships");
        var token = form.Page.QuerySelector(".row-form input[type=hidden]")!;
        var fields = new Dictionary<string, string> { [token.GetAttribute("name")!] = token.GetAttribute("value")!, ["pack"] = "atla", ["member"] = "ge", ["body"] = "csto", ["from"] = "2026", ["to"] = "2024" };
        foreach (var (name, value) in Source) fields[name] = value!;
        var wrong = await visitor.PostAsync("/desk/rows/memberships/lint", fields);
        Assert.Equal(HttpStatusCode.OK, wrong.Status);
        Assert.Contains("\"text\":", wrong.Html, StringComparison.Ordinal);
        fields["to"] = "";
        Assert.StartsWith("{\"problems\":[]", (await visitor.PostAsync("/desk/rows/memberships/lint", fields)).Html, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(workbench.Folder, "packs", "atla")));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("Desk")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task A_pack_is_named_by_a_slug_and_lies_in_the_folder(string pack)
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        await visitor.OpenAsync("/desk");
        var refused = await visitor.SendAsync(await visitor.OpenAsync("/desk/rows/memberships"), "/memberships", [("pack", pack), ("member", "ge"), ("body", "csto"), ("from", "2025"), .. Source]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.False(Directory.Exists(Path.Combine(workbench.Folder, "packs")));
        Assert.False(Directory.Exists(Path.Combine(workbench.Folder, "outside")));
    }

    [Fact]
    public async Task Rows_that_are_added_at_once_are_all_there()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        await visitor.OpenAsync("/desk");
        var form = await visitor.OpenAsync("/desk/rows/memberships");
        string[] members = ["ge", "ua", "md", "az"];
        await Task.WhenAll(members.Select(member => visitor.SendAsync(form, "/memberships", [("member", member), ("body", "csto"), ("from", "2025-01-01"), .. Source])));
        var rows = await File.ReadAllLinesAsync(Path.Combine(workbench.Folder, "packs", "desk", "memberships.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(members.Order(), rows.Skip(1).Select(row => row.Split(',')[0]).Order());
    }
}
