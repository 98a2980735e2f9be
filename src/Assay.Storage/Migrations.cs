using System.Globalization;
using System.Reflection;

namespace Assay.Storage;

/// <summary>Brings a database to the schema of this program, one numbered step after the other, each whole or not at all.</summary>
internal static class Migrations
{
    /// <summary>The steps of a dialect, from 1 on.</summary>
    public static IReadOnlyList<string> Steps(Dialect dialect)
    {
        var assembly = typeof(Migrations).Assembly;
        var prefix = $"{dialect}";
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => Text(assembly, name))];
    }

    /// <summary>Runs the steps that are missing. Several processes may do so at once: one does, the others wait.</summary>
    /// <exception cref="StoreException">The store was made by a later version.</exception>
    public static Task RunAsync(Database database, DateTimeOffset now, CancellationToken cancellation) => RunAsync(database, int.MaxValue, now, cancellation);

    /// <summary>Runs the missing steps up to a number.</summary>
    internal static Task RunAsync(Database database, int last, DateTimeOffset now, CancellationToken cancellation) => database.WriteAsync(async sql =>
    {
        // The lock ends with the transaction; its number is any that nothing else takes.
        if (database.Dialect == Dialect.PostgreSql) await sql.RunAsync("select pg_advisory_xact_lock(4170417)").ConfigureAwait(false);
        else if (await IsForeignAsync(sql).ConfigureAwait(false)) throw new StoreException($"the file {database.Where} is a database of another program; name another file after --store");
        await sql.RunAsync("create table if not exists schema_step (number bigint primary key, applied bigint not null)").ConfigureAwait(false);
        var known = await sql.NumberAsync("select max(number) from schema_step").ConfigureAwait(false);
        var steps = Steps(database.Dialect);
        if (known > steps.Count)
            throw new StoreException(string.Create(CultureInfo.InvariantCulture, $"the store {database.Where} was written by a later version of the program (schema {known}, this one knows {steps.Count}); run that version, or take another store"));
        for (var number = (int)known + 1; number <= Math.Min(steps.Count, last); number++) await StepAsync(sql, steps[number - 1], number, now).ConfigureAwait(false);
    }, cancellation);

    /// <summary>Whether a store has this program's schema; changes nothing.</summary>
    /// <exception cref="StoreException">It has another one.</exception>
    public static async Task CheckAsync(Database database, CancellationToken cancellation)
    {
        var known = await database.ReadAsync(sql => sql.NumberAsync("select max(number) from schema_step"), cancellation).ConfigureAwait(false);
        var mine = Steps(database.Dialect).Count;
        if (known != mine) throw new StoreException(string.Create(CultureInfo.InvariantCulture, $"the store {database.Where} has schema {known}, this version of the program has {mine}; back it up with the version that serves it"));
    }

    private static async Task<bool> IsForeignAsync(Sql sql) =>
        await sql.NumberAsync("select count(*) from sqlite_master where name = 'schema_step'").ConfigureAwait(false) == 0 && await sql.NumberAsync("select count(*) from sqlite_master").ConfigureAwait(false) > 0;

    private static async Task StepAsync(Sql sql, string step, int number, DateTimeOffset now)
    {
        await sql.RunAsync(step).ConfigureAwait(false);
        await sql.RunAsync("insert into schema_step (number, applied) values (@number, @now)", ("number", number), ("now", now)).ConfigureAwait(false);
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
