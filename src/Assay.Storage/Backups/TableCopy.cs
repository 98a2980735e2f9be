namespace Assay.Storage.Backups;

/// <summary>Copies the rows of one table, a few hundred at a time.</summary>
internal sealed class TableCopy(Sql read, Sql write, string table)
{
    private const int MostRows = 500;
    private const long MostBytes = 8 * 1024 * 1024;

    public async Task RunAsync(IReadOnlyList<string> columns)
    {
        var insert = $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(column => $"@{column}"))})";
        var command = read.Connection.CreateCommand();
        await using var _ = command.ConfigureAwait(false);
#pragma warning disable CA2100 // The names of tables and columns are this project's own.
        command.CommandText = $"select {string.Join(", ", columns)} from {table}";
#pragma warning restore CA2100
        var reader = await command.ExecuteReaderAsync(read.Cancellation).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        var rows = new List<(string, object?)[]>();
        long bytes = 0;
        while (await reader.ReadAsync(read.Cancellation).ConfigureAwait(false))
        {
            var row = new (string, object?)[columns.Count];
            for (var at = 0; at < row.Length; at++)
            {
                row[at] = (columns[at], reader.IsDBNull(at) ? null : reader.GetValue(at));
                bytes += row[at].Item2 switch { byte[] blob => blob.Length, string text => text.Length, _ => 8 };
            }
            rows.Add(row);
            if (rows.Count < MostRows && bytes < MostBytes) continue;
            await write.RunEachAsync(insert, rows).ConfigureAwait(false);
            rows.Clear();
            bytes = 0;
        }
        await write.RunEachAsync(insert, rows).ConfigureAwait(false);
    }
}
