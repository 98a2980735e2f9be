using Assay.Storage;
using Assay.Storage.Reactions;
using Xunit;

namespace Assay.Tests.Storage;

/// <summary>Stores that earlier versions wrote are brought to this version's schema with everything in them.</summary>
public sealed class MigrationTests
{
    public static TheoryData<Dialect, int> EarlierSchemas()
    {
        var data = new TheoryData<Dialect, int>();
        foreach (var dialect in Enum.GetValues<Dialect>())
            for (var number = 1; number < Migrations.Steps(dialect).Count; number++) data.Add(dialect, number);
        return data;
    }

    [Theory]
    [MemberData(nameof(EarlierSchemas))]
    public async Task A_store_of_an_earlier_schema_keeps_what_is_in_it(Dialect dialect, int schema)
    {
        await using var place = await StorePlace.NewAsync(dialect);
        var database = Database.At(place.Where);
        await using (database)
        {
            await Migrations.RunAsync(database, schema, DateTimeOffset.UnixEpoch, CancellationToken.None);
            await database.WriteAsync(async sql =>
            {
                foreach (var statement in Filled(schema)) await sql.RunAsync(statement);
            }, CancellationToken.None);
        }

        await using var store = await Store.OpenAsync(place.Where, TimeProvider.System);
        Assert.Equal(["ann"], (await store.Accounts.AllAsync()).Select(account => account.Name));
        Assert.Equal(["<key/>"], await store.Keys.AllAsync());
        var draft = (await store.Drafts.FindAsync("d1"))!;
        Assert.Equal(("The mine.", "a1"), (draft.Article.Text, draft.PublishedAs));
        Assert.Equal(["drop"], draft.Edits.Select(edit => edit.Kind));
        var version = (await store.Published.FindAsync("a1"))!;
        Assert.Equal(("Whose ore", "ann"), (version.Title, version.Findings[0].SignedBy));
        Assert.Equal("c1", Assert.Single(await store.Published.OnEntityAsync("mine")).Claim);
        Assert.Equal("picture/x", (await store.Pictures.FindAsync("p1"))!.Type);
        Assert.Equal("open", (await store.Requests.FindAsync("q1"))!.State);
        Assert.Equal(new ReactionCounts(1, 1), (await store.Reactions.CountsAsync("a1"))["c1"]);
        Assert.Equal(new ReactionCounts(1, 0), (await store.Reactions.CountsAsync("a1"))[""]);
        Assert.Equal(["a1"], (await store.SearchAsync("copper", 5)).Hits.Select(hit => hit.Article));

        // What is kept from now on goes on from there.
        await store.Reactions.SetAsync(new Reaction(new ReactionTarget("a1", "c2", 1), "r1", true, ""));
        Assert.Equal(3, (await store.Reactions.TargetsAsync()).Count);
        Assert.Equal(2, (await Sample.PublishAsync(store, Sample.Version(Sample.Finding("c1")), "zinc", "d1")).Number);
        Assert.Empty((await store.SearchAsync("copper", 5)).Hits);
    }

    [Theory]
    [InlineData(Dialect.Sqlite)]
    [InlineData(Dialect.PostgreSql)]
    public async Task Opening_again_changes_nothing_and_several_may_open_a_new_one_at_once(Dialect dialect)
    {
        await using var place = await StorePlace.NewAsync(dialect);
        var stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Store.OpenAsync(place.Where, TimeProvider.System))));
        var id = await Sample.DraftAsync(stores[0]);
        foreach (var store in stores) Assert.NotNull(await store.Drafts.FindAsync(id));
        foreach (var store in stores) await store.DisposeAsync();
        await using var again = await Store.OpenAsync(place.Where, TimeProvider.System);
        Assert.NotNull(await again.Drafts.FindAsync(id));
    }

    [Theory]
    [InlineData(Dialect.Sqlite)]
    [InlineData(Dialect.PostgreSql)]
    public async Task A_store_of_a_later_version_is_refused_and_left_alone(Dialect dialect)
    {
        await using var place = await StorePlace.NewAsync(dialect);
        await (await Store.OpenAsync(place.Where, TimeProvider.System)).DisposeAsync();
        await using (var database = Database.At(place.Where))
            await database.WriteAsync(sql => sql.RunAsync("insert into schema_step (number, applied) values (99, 0)"), CancellationToken.None);
        var error = await Assert.ThrowsAsync<StoreException>(() => Store.OpenAsync(place.Where, TimeProvider.System));
        Assert.Contains("later version", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Filled(int schema)
    {
        yield return "insert into account (name, password, role, stamp, created) values ('ann', 'hash', 'editor', 's', 1)";
        yield return "insert into data_key (name, xml) values ('k', '<key/>')";
        yield return "insert into draft (id, created, created_by, text, body_start, body_end, title, author, publisher, date, url, disclaimer, language, article) values ('d1', 1, 'ann', 'The mine.', 0, 9, 'Whose ore', '', '', '', '', '', 'en', 'a1')";
        yield return "insert into edit (draft, number, claim, kind, content, made, made_by) values ('d1', 1, 'c1', 'drop', '{}', 1, 'ann')";
        yield return "insert into article (id, latest, published, changed, title, publisher, language) values ('a1', 1, 1, 1, 'Whose ore', '', 'en')";
        yield return schema == 1
            ? "insert into version (article, number, published, published_by, as_of, title, author, publisher, date, url, language, quotes_only, packs, rules, sha256, document, changes) values ('a1', 1, 1, 'ann', '', 'Whose ore', '', '', '', '', 'en', 0, '', '', '', '', '')"
            : "insert into version (article, number, published, published_by, as_of, title, author, publisher, date, url, language, quotes_only, packs, rules, sha256, document) values ('a1', 1, 1, 'ann', '', 'Whose ore', '', '', '', '', 'en', 0, '', '', '', '')";
        yield return "insert into finding (article, number, claim, position, since, quote, kind, verdict, justification, origin) values ('a1', 1, 'c1', 0, 1, 'The mine.', 'Ownership', 'Supported', 'So.', 'machine')";
        yield return "insert into finding_entity (entity, article, number, claim) values ('mine', 'a1', 1, 'c1')";
        yield return "insert into signature (article, claim, since, signed_by, signed) values ('a1', 'c1', 1, 'ann', 1)";
        yield return "insert into picture (id, draft, type, bytes, alt, credit, url, added, added_by) values ('p1', 'd1', 'picture/x', '', '', '', '', 1, 'ann')";
        yield return "insert into request (id, article, number, claim, text, source, made, state) values ('q1', 'a1', 1, 'c1', 'Sold.', '', 1, 'open')";
        if (schema > 1) yield break;
        yield return "insert into reaction (article, claim, since, reader, useful, reason, made) values ('a1', 'c1', 1, 'r1', 1, '', 1), ('a1', 'c1', 1, 'r2', 0, '', 2), ('a1', '', 0, 'r1', 1, '', 3)";
        yield return "insert into search (article, claim, title, body) values ('a1', '', 'Whose ore', 'Copper is mined.')";
    }
}
