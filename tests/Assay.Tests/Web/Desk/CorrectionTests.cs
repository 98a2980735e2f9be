using System.Net;

namespace Assay.Tests.Web.Desk;

/// <summary>Claims that editors correct.</summary>
public sealed class CorrectionTests
{
    [Fact]
    public async Task Changing_an_entity_changes_the_verdict_and_is_kept_with_who_and_what()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var draft = await visitor.PasteAsync(CheckTests.Ties);
        var claim = await visitor.OpenAsync($"{draft.Address.AbsolutePath}/claims/c1");
        Assert.Equal("Kazakhstan", claim.Page.QuerySelector("input[name='role.member']")!.GetAttribute("value"));
        var corrected = await visitor.SendAsync(claim, "/claims/c1", ("role.member", "Uzbekistan"));
        Assert.Equal(HttpStatusCode.OK, corrected.Status);
        Assert.Contains("refuted", corrected.Page.QuerySelector("article.card")!.ClassList);
        Assert.Contains("editor corrected c1", corrected.Words(".history"), StringComparison.Ordinal);
        Assert.Contains("MemberKazakhstan → Uzbekistan", corrected.Words(".differences").Replace("Member ", "Member", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_kind_shows_its_fields_without_script_and_keeps_what_fits()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var draft = await visitor.PasteAsync(CheckTests.Ties);
        var claim = await visitor.OpenAsync($"{draft.Address.AbsolutePath}/claims/c1");
        var shown = await visitor.SendAsync(claim, "/claims/c1", ("kind", "position"), ("again", "kind"));
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.NotNull(shown.Page.QuerySelector("input[name='role.person']"));
        Assert.Null(shown.Page.QuerySelector("input[name='role.member']"));
        Assert.Equal(0, (await workbench.Store.Drafts.AllAsync(TestContext.Current.CancellationToken))[0].Edits);
    }

    [Fact]
    public async Task A_problem_names_the_field_what_was_found_and_what_may_be_meant_and_one_press_takes_it()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var draft = await visitor.PasteAsync(CheckTests.Ties);
        var claim = await visitor.OpenAsync($"{draft.Address.AbsolutePath}/claims/c1");
        var refused = await visitor.SendAsync(claim, "/claims/c1", ("role.member", "Uzbekistn"), ("time", "some day"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var field = refused.Page.QuerySelector("input[name='role.member']")!.Closest("div")!;
        Assert.Contains("“Uzbekistn” is not accepted here", field.TextContent, StringComparison.Ordinal);
        Assert.Contains("“some day” is not accepted here", refused.Words(), StringComparison.Ordinal);
        var near = field.QuerySelector("button[name=take]")!;
        Assert.Equal("Uzbekistan", near.TextContent);
        var taken = await visitor.SendAsync(refused, "/claims/c1", ("take", near.GetAttribute("value")));
        Assert.Equal("Uzbekistan", taken.Page.QuerySelector("input[name='role.member']")!.GetAttribute("value"));
        Assert.Equal("some day", taken.Page.QuerySelector("input[name=time]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_dropped_claim_goes_with_its_reason_and_comes_back_when_that_is_undone()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var draft = await visitor.PasteAsync(CheckTests.Ties);
        var claim = await visitor.OpenAsync($"{draft.Address.AbsolutePath}/claims/c2");
        var dropped = await visitor.SendAsync(claim, "/drop", ("reason", "It is a joke."));
        Assert.Equal(2, dropped.Page.QuerySelectorAll("article.card").Length);
        Assert.Contains("It is a joke.", dropped.Words(), StringComparison.Ordinal);
        var history = await visitor.OpenAsync($"{draft.Address.AbsolutePath}/history");
        await visitor.SendAsync(history, "/undo");
        Assert.Equal(3, (await visitor.OpenAsync(draft.Address.AbsolutePath)).Page.QuerySelectorAll("article.card").Length);
        Assert.Contains("Taken back by editor", (await visitor.OpenAsync($"{draft.Address.AbsolutePath}/history")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dropping_without_a_reason_is_refused()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var draft = await visitor.PasteAsync(CheckTests.Ties);
        var claim = await visitor.OpenAsync($"{draft.Address.AbsolutePath}/claims/c2");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SendAsync(claim, "/drop", ("reason", "  "))).Status);
    }

    [Fact]
    public async Task A_claim_is_added_by_its_words_and_gets_a_verdict()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var draft = await visitor.PasteAsync(CheckTests.Ties + "\n\nMoscow, as everyone knows, is in the club as well.");
        var before = draft.Page.QuerySelectorAll("article.card").Length;
        var form = await visitor.OpenAsync($"{draft.Address.AbsolutePath}/add");
        var unknown = await visitor.SendAsync(form, "/add", ("p0.words", "words that stand nowhere"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.Status);
        Assert.Contains("words that stand in the article", unknown.Words(".problem"), StringComparison.Ordinal);
        var fields = await visitor.SendAsync(form, "/add", ("p0.words", "is in  the club"), ("p0.kind", "membership"), ("again", "kind"));
        var added = await visitor.SendAsync(fields, "/add", ("p0.role.member", "Russia"), ("p0.role.body", "CSTO"), ("p0.expects", "yes"));
        Assert.Equal(HttpStatusCode.OK, added.Status);
        Assert.Contains("supported", added.Page.QuerySelector("article.card")!.ClassList);
        Assert.Contains("is in the club", added.Words("blockquote"), StringComparison.Ordinal);
        Assert.Equal(before + 1, (await visitor.OpenAsync(draft.Address.AbsolutePath)).Page.QuerySelectorAll("article.card").Length);
    }

    [Fact]
    public async Task A_claim_is_split_and_two_are_merged()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var draft = await visitor.PasteAsync(CheckTests.Ties);
        var path = draft.Address.AbsolutePath;
        var split = await visitor.SendAsync(await visitor.OpenAsync($"{path}/claims/c1/split"), "/split",
            ("p0.words", "Kazakhstan is a member"), ("p1.words", "of the CSTO"), ("p1.role.member", "Belarus"));
        Assert.Equal(HttpStatusCode.OK, split.Status);
        Assert.Equal(4, (await visitor.OpenAsync(path)).Page.QuerySelectorAll("article.card").Length);
        var merging = await visitor.OpenAsync($"{path}/merge?claim=c2");
        var alone = await visitor.SendAsync(merging, "/merge");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.Status);
        var fields = merging.Page.QuerySelectorAll("form[action$='/merge'] input[type=hidden], form[action$='/merge'] input[name^='p0.'], form[action$='/merge'] select").Select(field => KeyValuePair.Create(field.GetAttribute("name")!,
            field.LocalName == "select" ? field.QuerySelector("option[selected]")?.GetAttribute("value") ?? "" : field.GetAttribute("value") ?? ""));
        var merged = await visitor.PostAsync($"{path}/merge", fields.Append(KeyValuePair.Create("claim", "c2")).Append(KeyValuePair.Create("claim", "c3")));
        Assert.Equal(HttpStatusCode.OK, merged.Status);
        Assert.Equal(3, (await visitor.OpenAsync(path)).Page.QuerySelectorAll("article.card").Length);
        Assert.Contains("went into c2", (await visitor.OpenAsync(path)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_what_the_first_did_and_can_apply_theirs_on_top()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        var draft = await visitor.PasteAsync(CheckTests.Ties);
        var path = $"{draft.Address.AbsolutePath}/claims/c1";
        // Both look at the same state; the pages are those of two windows.
        var (first, second) = (await visitor.OpenAsync(path), await visitor.OpenAsync(path));
        await visitor.SendAsync(first, "/claims/c1", ("role.member", "Uzbekistan"));
        var told = await visitor.SendAsync(second, "/claims/c1", ("role.member", "Belarus"));
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Kazakhstan → Uzbekistan", told.Words(".conflict .history"), StringComparison.Ordinal);
        Assert.Contains("Uzbekistan → Belarus", told.Words(".conflict > .differences"), StringComparison.Ordinal);
        Assert.Equal("Belarus", told.Page.QuerySelector("input[name='role.member']")!.GetAttribute("value"));
        Assert.Equal(1, (await workbench.Store.Drafts.AllAsync(TestContext.Current.CancellationToken))[0].Edits);
        var applied = await visitor.SendAsync(told, "/claims/c1");
        Assert.Equal(HttpStatusCode.OK, applied.Status);
        Assert.Contains("supported", applied.Page.QuerySelector("article.card")!.ClassList);
        Assert.Equal(2, applied.Page.QuerySelectorAll(".history > li").Length);
    }

    [Fact]
    public async Task Names_are_suggested_from_letters()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var visitor = new DeskVisitor(workbench);
        await visitor.OpenAsync("/desk");
        Assert.Contains("Uzbekistan", (await visitor.OpenAsync("/desk/names?q=uzb&kinds=State")).Html, StringComparison.Ordinal);
        Assert.Equal("[]", (await visitor.OpenAsync("/desk/names?q=")).Html);
        Assert.Equal("[]", (await visitor.OpenAsync($"/desk/names?q={new string('x', 500)}")).Html);
    }
}
