namespace Assay.Storage.Accounts;

/// <summary>The keys that cookies and forms are signed with, as the framework writes them (XML), so that every process of a store reads the others' cookies.</summary>
public sealed class KeyTable
{
    private readonly Database _database;

    internal KeyTable(Database database) => _database = database;

    /// <summary>All of them.</summary>
    public async Task<IReadOnlyList<string>> AllAsync(CancellationToken cancellation = default) =>
        await _database.ReadAsync(sql => sql.RowsAsync("select xml from data_key order by name", row => row.GetString(0)), cancellation).ConfigureAwait(false);

    /// <summary>Keeps one.</summary>
    public Task AddAsync(string name, string xml, CancellationToken cancellation = default) => _database.WriteAsync(sql =>
        sql.RunAsync("insert into data_key (name, xml) values (@name, @xml) on conflict (name) do nothing", ("name", name), ("xml", xml)), cancellation);
}
