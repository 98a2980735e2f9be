using Assay.Storage;
using Assay.Storage.Drafts;
using Xunit;

namespace Assay.Tests.Storage;

public sealed class SqliteDraftTests() : DraftContract(Dialect.Sqlite);

public sealed class PostgreSqlDraftTests() : DraftContract(Dialect.PostgreSql);

/// <summary>Articles under work, and editors who work on one at once.</summary>
public abstract class DraftContract(Dialect dialect) : StoreContract(dialect)
{
    [Fact]
    public async Task A_draft_comes_back_as_it_was_kept()
    {
        var article = Sample.Article("Чья руда? 🜨", "Руда — наша. \"It's ours\"; drop table draft; --");
        var id = await Store.Drafts.AddAsync(article, quotesOnly: true, "ann");
        var draft = await Store.Drafts.FindAsync(id);
        Assert.NotNull(draft);
        Assert.Equal(article, draft.Article);
        Assert.True(draft.QuotesOnly);
        Assert.Null(draft.PublishedAs);
        Assert.Equal("ann", draft.CreatedBy);
        Assert.Empty(draft.Edits);
        Assert.Null(await Store.Drafts.FindAsync("none"));
    }

    [Fact]
    public async Task Characters_that_a_database_refuses_are_marked_and_positions_hold()
    {
        var id = await Store.Drafts.AddAsync(Sample.Article(text: "a\0b\uD800c🜨"), quotesOnly: false, "ann");
        Assert.Equal("a\uFFFDb\uFFFDc🜨", (await Store.Drafts.FindAsync(id))!.Article.Text);
    }

    [Fact]
    public async Task The_second_of_two_editors_of_a_claim_is_told_what_the_first_did()
    {
        var id = await Sample.DraftAsync(Store);
        var first = await Store.Drafts.EditAsync(id, 0, ["c1"], "change", "{\"a\":1}", "ann");
        var second = await Store.Drafts.EditAsync(id, 0, ["c1"], "change", "{\"a\":2}", "bob");
        Assert.True(first.IsKept);
        Assert.False(second.IsKept);
        Assert.Equal(["ann"], second.Others.Select(edit => edit.MadeBy));
        Assert.Equal("{\"a\":1}", second.Others[0].Content);
        var again = await Store.Drafts.EditAsync(id, second.Revision, ["c1"], "change", "{\"a\":2}", "bob");
        Assert.True(again.IsKept);
        Assert.Equal(["{\"a\":1}", "{\"a\":2}"], (await Store.Drafts.FindAsync(id))!.Edits.Select(edit => edit.Content));
    }

    [Fact]
    public async Task Editors_of_different_claims_do_not_stand_in_each_others_way()
    {
        var id = await Sample.DraftAsync(Store);
        await using var other = await OpenAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 40).Select(number => (number % 2 == 0 ? Store : other).Drafts.EditAsync(id, 0, [$"c{number}"], "drop", "{}", $"editor {number}")));
        Assert.All(outcomes, outcome => Assert.True(outcome.IsKept));
        var draft = (await Store.Drafts.FindAsync(id))!;
        Assert.Equal(Enumerable.Range(1, 40).Select(number => (long)number), draft.Edits.Select(edit => edit.Number));
        Assert.Equal(Enumerable.Range(1, 40).Select(number => $"c{number}").Order(), draft.Edits.Select(edit => edit.Claim).Order());
    }

    [Fact]
    public async Task Of_many_edits_of_one_claim_at_once_exactly_one_is_kept_and_the_others_are_told()
    {
        var id = await Sample.DraftAsync(Store);
        await using var other = await OpenAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 16).Select(number => (number % 2 == 0 ? Store : other).Drafts.EditAsync(id, 0, ["c7"], "drop", $"{number}", $"editor {number}")));
        Assert.Single(outcomes, outcome => outcome.IsKept);
        var kept = Assert.Single((await Store.Drafts.FindAsync(id))!.Edits);
        Assert.All(outcomes.Where(outcome => !outcome.IsKept), outcome => Assert.Equal(kept.Content, outcome.Others.Single().Content));
    }

    [Fact]
    public async Task An_edit_of_two_claims_collides_with_an_edit_of_either()
    {
        var id = await Sample.DraftAsync(Store);
        Assert.True((await Store.Drafts.EditAsync(id, 0, ["c1", "c2"], "merge", "{}", "ann")).IsKept);
        Assert.False((await Store.Drafts.EditAsync(id, 0, ["c2"], "drop", "{}", "bob")).IsKept);
        Assert.True((await Store.Drafts.EditAsync(id, 0, ["c3"], "drop", "{}", "bob")).IsKept);
    }

    [Fact]
    public async Task What_is_undone_stays_in_the_list_and_stands_no_more()
    {
        var id = await Sample.DraftAsync(Store);
        await Store.Drafts.EditAsync(id, 0, ["c1"], "change", "{}", "ann");
        await Store.Drafts.EditAsync(id, 1, ["c2"], "drop", "{}", "ann");
        Assert.Equal(3, (await Store.Drafts.UndoAsync(id, 1, "bob")).Revision);
        var draft = (await Store.Drafts.FindAsync(id))!;
        Assert.Equal([1, 2, 3], draft.Edits.Select(edit => edit.Number));
        Assert.Equal([2], draft.StandingEdits.Select(edit => edit.Number));
        Assert.Equal((Edit.Undo, "1", "c1", "bob"), (draft.Edits[2].Kind, draft.Edits[2].Content, draft.Edits[2].Claim, draft.Edits[2].MadeBy));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.Drafts.UndoAsync(id, 1, "bob"));
    }

    [Fact]
    public async Task An_edit_that_another_was_made_on_top_of_is_not_undone_under_it()
    {
        var id = await Sample.DraftAsync(Store);
        await Store.Drafts.EditAsync(id, 0, ["c1"], "change", "{}", "ann");
        await Store.Drafts.EditAsync(id, 1, ["c1"], "drop", "{}", "bob");
        var outcome = await Store.Drafts.UndoAsync(id, 1, "ann");
        Assert.Equal([2], outcome.Others.Select(edit => edit.Number));
        Assert.True((await Store.Drafts.UndoAsync(id, 2, "ann")).IsKept);
        Assert.True((await Store.Drafts.UndoAsync(id, 1, "ann")).IsKept);
        Assert.Empty((await Store.Drafts.FindAsync(id))!.StandingEdits);
    }

    [Fact]
    public async Task An_edit_of_a_draft_that_there_is_not_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Drafts.EditAsync("none", 0, ["c1"], "drop", "{}", "ann"));

    [Fact]
    public async Task A_write_that_is_called_off_before_its_end_leaves_nothing()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.Drafts.AddAsync(Sample.Article(), quotesOnly: false, "ann", source.Token));
        Assert.Empty(await Store.Drafts.AllAsync());
    }
}
