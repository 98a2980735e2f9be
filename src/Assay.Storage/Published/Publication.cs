using System.Text;
using Assay.Storage.Search;

namespace Assay.Storage.Published;

/// <summary>Writes one version, all of it in the transaction of its caller.</summary>
internal sealed class Publication(Sql sql, Dialect dialect, TimeProvider time)
{
    public async Task<PublishedVersion> AddAsync(string draft, PublishedVersion version, byte[] document, IReadOnlyList<PublishedPart> parts, string body)
    {
        // The row of the draft is the lock that keeps two versions from taking one number.
        if (await sql.RunAsync("update draft set created = created where id = @draft", ("draft", draft)).ConfigureAwait(false) == 0) throw new ArgumentException($"There is no draft {draft}.", nameof(draft));
        var id = await sql.RowAsync("select article from draft where id = @draft", row => row.TextOrNull(0), ("draft", draft)).ConfigureAwait(false) ?? NewId.Short();
        var latest = await sql.NumberAsync("select latest from article where id = @id", ("id", id)).ConfigureAwait(false);
        if (version.Number != 0 && version.Number != latest + 1) throw new StaleException($"version {latest} of this article was published meanwhile; look at it, then publish again");
        var before = latest == 0 ? [] : await PublishedTable.FindingsAsync(sql, id, latest).ConfigureAwait(false);
        var whole = version with { Article = id, Number = latest + 1, Published = time.GetUtcNow(), Findings = [.. version.Findings.Select(finding => finding with { Since = Since(finding, before, latest + 1) })] };
        await InsertAsync(whole, draft, document).ConfigureAwait(false);
        await InsertPartsAsync(whole, parts).ConfigureAwait(false);
        await InsertFindingsAsync(whole).ConfigureAwait(false);
        await InsertChangesAsync(whole).ConfigureAwait(false);
        await new SearchIndex(sql, dialect).SetAsync(whole, body).ConfigureAwait(false);
        await Revisions.RaisePublishedAsync(sql).ConfigureAwait(false);
        return whole;
    }

    // A signature or a reaction is on what was said: another reading, answer or hand behind the claim is another finding, whatever its verdict.
    private static long Since(PublishedFinding finding, List<PublishedFinding> before, long number) => before.FirstOrDefault(old =>
        old.Claim == finding.Claim && old.Verdict == finding.Verdict && old.Quote == finding.Quote && old.Kind == finding.Kind && old.Justification == finding.Justification && old.Origin == finding.Origin)?.Since ?? number;

    private async Task InsertAsync(PublishedVersion version, string draft, byte[] document)
    {
        await sql.RunAsync("""
            insert into article (id, latest, published, changed, title, publisher, language) values (@id, @number, @now, @now, @title, @publisher, @language)
            on conflict (id) do update set latest = excluded.latest, changed = excluded.changed, title = excluded.title, publisher = excluded.publisher, language = excluded.language
            """, ("id", version.Article), ("number", version.Number), ("now", version.Published), ("title", version.Title), ("publisher", version.Publisher), ("language", version.Language)).ConfigureAwait(false);
        await sql.RunAsync("update draft set article = @id where id = @draft", ("id", version.Article), ("draft", draft)).ConfigureAwait(false);
        await sql.RunAsync($"""
            insert into version ({PublishedTable.VersionColumns}, document)
            values (@id, @number, @now, @by, @as_of, @title, @author, @publisher, @date, @url, @language, @quotes, @packs, @rules, @sha, @document)
            """, ("id", version.Article), ("number", version.Number), ("now", version.Published), ("by", version.PublishedBy), ("as_of", version.AsOf), ("title", version.Title), ("author", version.Author),
            ("publisher", version.Publisher), ("date", version.Date), ("url", version.Url), ("language", version.Language), ("quotes", version.QuotesOnly), ("packs", version.Packs),
            ("rules", version.RulesSha256), ("sha", version.Sha256), ("document", Packed.Of(document))).ConfigureAwait(false);
    }

    private Task InsertPartsAsync(PublishedVersion version, IReadOnlyList<PublishedPart> parts) => sql.RunEachAsync(
        "insert into part (article, number, name, language, html) values (@id, @number, @name, @language, @html)",
        [.. parts.Select(part => Row(version, ("name", part.Name), ("language", part.Language), ("html", Packed.Of(Encoding.UTF8.GetBytes(part.Html)))))]);

    private async Task InsertFindingsAsync(PublishedVersion version)
    {
        await sql.RunEachAsync("""
            insert into finding (article, number, claim, position, since, quote, kind, verdict, justification, origin)
            values (@id, @number, @claim, @position, @since, @quote, @kind, @verdict, @justification, @origin)
            """, [.. version.Findings.Select((finding, at) => Row(version, ("claim", finding.Claim), ("position", at), ("since", finding.Since), ("quote", finding.Quote), ("kind", finding.Kind),
                ("verdict", finding.Verdict), ("justification", finding.Justification), ("origin", finding.Origin)))]).ConfigureAwait(false);
        await sql.RunEachAsync("insert into finding_entity (entity, article, number, claim) values (@entity, @id, @number, @claim)",
            [.. version.Findings.SelectMany(finding => finding.Entities.Distinct().Select(entity => Row(version, ("claim", finding.Claim), ("entity", entity))))]).ConfigureAwait(false);
        await sql.RunEachAsync("insert into finding_source (source, article, number, claim) values (@source, @id, @number, @claim)",
            [.. version.Findings.SelectMany(finding => finding.Sources.Distinct().Select(source => Row(version, ("claim", finding.Claim), ("source", source))))]).ConfigureAwait(false);
    }

    private Task InsertChangesAsync(PublishedVersion version) => sql.RunEachAsync("""
        insert into verdict_change (article, number, position, claim, quote, old_verdict, new_verdict, why) values (@id, @number, @position, @claim, @quote, @old, @new, @why)
        """, [.. version.Changes.Select((change, at) => Row(version, ("position", at), ("claim", change.Claim), ("quote", change.Quote), ("old", change.Old), ("new", change.New), ("why", change.Why)))]);

    private static (string, object?)[] Row(PublishedVersion version, params (string, object?)[] rest) => [("id", version.Article), ("number", version.Number), .. rest];
}
