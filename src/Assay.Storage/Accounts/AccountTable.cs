namespace Assay.Storage.Accounts;

/// <summary>Someone who may sign in.</summary>
/// <param name="Name">The name, which findings are signed with.</param>
/// <param name="Password">The hash of the password.</param>
/// <param name="Role"><c>reader</c>, <c>editor</c> or <c>admin</c>.</param>
/// <param name="Stamp">Changes with the password, the role and when it is disabled: cookies that carry another one are refused.</param>
/// <param name="IsDisabled">Whether it may no longer sign in.</param>
public sealed record Account(string Name, string Password, string Role, string Stamp, bool IsDisabled);

/// <summary>The accounts.</summary>
public sealed class AccountTable
{
    private const string Columns = "name, password, role, stamp, disabled";

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal AccountTable(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>All, by name.</summary>
    public async Task<IReadOnlyList<Account>> AllAsync(CancellationToken cancellation = default) =>
        await _database.ReadAsync(sql => sql.RowsAsync($"select {Columns} from account order by name", Map), cancellation).ConfigureAwait(false);

    /// <summary>Whether there is any.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellation = default) =>
        await _database.ReadAsync(sql => sql.NumberAsync("select count(*) from account"), cancellation).ConfigureAwait(false) > 0;

    /// <summary>One by name; null: there is none.</summary>
    public Task<Account?> FindAsync(string name, CancellationToken cancellation = default) =>
        _database.ReadAsync(sql => sql.RowAsync($"select {Columns} from account where name = @name", Map, ("name", name)), cancellation);

    /// <summary>Adds one; false: the name is taken, and nothing was changed.</summary>
    public async Task<bool> AddAsync(Account account, CancellationToken cancellation = default) => await _database.WriteAsync(sql => sql.RunAsync("""
        insert into account (name, password, role, stamp, created, disabled) values (@name, @password, @role, @stamp, @now, @disabled) on conflict (name) do nothing
        """, Row(account)), cancellation).ConfigureAwait(false) > 0;

    /// <summary>Adds one, or sets the password, role and state of the one of that name.</summary>
    public Task SetAsync(Account account, CancellationToken cancellation = default) => _database.WriteAsync(sql => sql.RunAsync("""
        insert into account (name, password, role, stamp, created, disabled) values (@name, @password, @role, @stamp, @now, @disabled)
        on conflict (name) do update set password = excluded.password, role = excluded.role, stamp = excluded.stamp, disabled = excluded.disabled
        """, Row(account)), cancellation);

    private (string, object?)[] Row(Account account) =>
    [
        ("name", account.Name), ("password", account.Password), ("role", account.Role), ("stamp", account.Stamp), ("now", _time.GetUtcNow()), ("disabled", account.IsDisabled),
    ];

    private static Account Map(System.Data.Common.DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Yes(4));
}
