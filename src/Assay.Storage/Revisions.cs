namespace Assay.Storage;

/// <summary>
/// How often a store was written. Whoever keeps something in memory that was made of it asks again, by one small read, and knows whether it still
/// holds, also where another process wrote.
/// </summary>
/// <param name="Published">Rises with every publication, signature, request and answer.</param>
/// <param name="Reactions">Rises with every kept reaction, or once for several that were kept together.</param>
public readonly record struct Revisions(long Published, long Reactions)
{
    internal static async Task<Revisions> ReadAsync(Sql sql)
    {
        var rows = await sql.RowsAsync("select name, number from revision", row => (Name: row.GetString(0), Number: row.GetInt64(1))).ConfigureAwait(false);
        return new Revisions(rows.First(row => row.Name == "published").Number, rows.First(row => row.Name == "reactions").Number);
    }

    // The row stays locked until the transaction ends: writers of one kind follow each other, and who has read a number has seen all that was written under it.
    internal static async Task<long> RaiseAsync(Sql sql, string name)
    {
        await sql.RunAsync("update revision set number = number + 1 where name = @name", ("name", name)).ConfigureAwait(false);
        return await sql.NumberAsync("select number from revision where name = @name", ("name", name)).ConfigureAwait(false);
    }

    internal static Task<long> RaisePublishedAsync(Sql sql) => RaiseAsync(sql, "published");

    internal static Task<long> RaiseReactionsAsync(Sql sql) => RaiseAsync(sql, "reactions");
}
