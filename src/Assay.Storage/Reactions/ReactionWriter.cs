namespace Assay.Storage.Reactions;

/// <summary>Writes reactions together, in one transaction.</summary>
internal sealed class ReactionWriter(Database database, TimeProvider time)
{
    private const int MostKnown = 100_000;

    private const string Set = """
        on conflict (target, reader) do update set useful = excluded.useful, reason = excluded.reason, made = excluded.made, revision = excluded.revision
        """;

    // Numbers never change, so those that were read once hold; only those of a transaction that was kept come in here.
    private readonly Dictionary<ReactionTarget, long> _numbers = [];

    public async Task WriteAsync(IReadOnlyList<Reaction> together)
    {
        // Of several by one reader of one finding the last counts.
        var last = new Dictionary<(ReactionTarget, string), Reaction>();
        foreach (var reaction in together) last[(reaction.Target, reaction.Reader)] = reaction;
        var numbers = await database.WriteAsync(sql => WriteAsync(sql, [.. last.Values]), CancellationToken.None).ConfigureAwait(false);
        if (_numbers.Count > MostKnown) _numbers.Clear();
        foreach (var (target, number) in numbers) _numbers[target] = number;
    }

    private async Task<Dictionary<ReactionTarget, long>> WriteAsync(Sql sql, IReadOnlyList<Reaction> reactions)
    {
        var revision = await Revisions.RaiseReactionsAsync(sql).ConfigureAwait(false);
        var found = new Dictionary<ReactionTarget, long>();
        foreach (var target in reactions.Select(reaction => reaction.Target).Distinct().Where(target => !_numbers.ContainsKey(target)))
            found[target] = await NumberAsync(sql, target).ConfigureAwait(false);
        long NumberOf(ReactionTarget target) => found.TryGetValue(target, out var number) ? number : _numbers[target];

        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        if (database.Dialect == Dialect.PostgreSql)
        {
            // One statement for all: columns as arrays.
            await sql.RunAsync($"insert into reaction (target, reader, useful, reason, made, revision) select t, r, u, w, @now, @revision from unnest(@targets, @readers, @useful, @reasons) as given (t, r, u, w) {Set}",
                ("targets", reactions.Select(reaction => NumberOf(reaction.Target)).ToArray()), ("readers", reactions.Select(reaction => StorableText.Of(reaction.Reader)).ToArray()),
                ("useful", reactions.Select(reaction => (long?)(reaction.Useful switch { null => null, true => 1, false => 0 })).ToArray()), ("reasons", reactions.Select(reaction => StorableText.Of(reaction.Reason)).ToArray()),
                ("now", now), ("revision", revision)).ConfigureAwait(false);
        }
        else
        {
            await sql.RunEachAsync($"insert into reaction (target, reader, useful, reason, made, revision) values (@target, @reader, @useful, @reason, @now, @revision) {Set}",
                [.. reactions.Select(reaction => new (string, object?)[] { ("target", NumberOf(reaction.Target)), ("reader", reaction.Reader), ("useful", reaction.Useful), ("reason", reaction.Reason), ("now", now), ("revision", revision) })]).ConfigureAwait(false);
        }
        return found;
    }

    // The raised revision keeps other writers out until this one has ended, so no number is given twice and none is left out.
    private static async Task<long> NumberAsync(Sql sql, ReactionTarget target)
    {
        (string, object?)[] key = [("article", target.Article), ("claim", target.Claim), ("since", target.Since)];
        var known = await sql.NumberAsync("select id from reaction_target where article = @article and claim = @claim and since = @since", key).ConfigureAwait(false);
        if (known > 0) return known;
        await sql.RunAsync("insert into reaction_target (id, article, claim, since) select coalesce(max(id), 0) + 1, @article, @claim, @since from reaction_target", key).ConfigureAwait(false);
        return await sql.NumberAsync("select max(id) from reaction_target").ConfigureAwait(false);
    }
}
