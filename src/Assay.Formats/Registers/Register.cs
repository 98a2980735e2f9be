using System.Collections.Immutable;
using System.Text.Json;
using Assay.Evidence;
using Assay.Formats.Imports;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Tables;
using Assay.Formats.Snapshots;
using Assay.Records;
using RowKey = Assay.Evidence.RowKey;

namespace Assay.Formats.Registers;

/// <summary>
/// An opened register: the rows of a pack that lie in a mapped file, column by column, and are made when they are asked for. Opening reads the list of
/// what is there and nothing else, however large it is. Safe to share between threads. The file is let go when nobody holds the register any more.
/// </summary>
internal sealed class Register : StoredRows
{
    // All by which a row may be found that speaks of an entity.
    private static readonly RowKey[] s_naming =
    [
        RowKey.Naming, RowKey.Entity, RowKey.EntitiesIn, RowKey.EntitiesUnder, RowKey.StakesIn, RowKey.StakesOf, RowKey.InterestsIn, RowKey.InterestsOf, RowKey.Exceptions, RowKey.Domiciles,
        RowKey.OperationsOn, RowKey.Regimes, RowKey.MembersOf, RowKey.BodiesOf, RowKey.AgreementsWith, RowKey.Event, RowKey.EventsWith, RowKey.Proposition, RowKey.Attributions, RowKey.RoutesFrom, RowKey.Links,
    ];

    private readonly Snapshot _snapshot;
    private readonly ImmutableArray<RegisterTable> _tables;
    private readonly RegisterTable? _sources;
    private readonly RowCache _rows = new();

    private Register(Snapshot snapshot, RegisterCatalog catalog, RegisterOwner owner)
    {
        _snapshot = snapshot;
        Pack = owner.Descriptor.Name;
        LatestSource = PartialDate.TryParse(catalog.LatestSource, out var latest) ? latest : null;
        var texts = new RegisterTexts(snapshot, catalog.TextPieces);
        var tables = catalog.Tables.Select((table, number) => new RegisterTable(snapshot, texts, table, TableFormat.Find(table.Name)!, number, catalog.PieceBits, owner)).ToList();
        _sources = tables.Find(table => table.Statement.Length == 0);
        _tables = [.. tables.Where(table => table.Statement.Length > 0)];
        Count = _tables.Sum(table => (long)table.Rows);
        owner.HasSource = id => RowsOfKey($"sources/{id}") > 0;
    }

    /// <summary>Lets the file go.</summary>
    ~Register() => _snapshot?.Dispose();

    /// <inheritdoc/>
    public override string Pack { get; }

    /// <inheritdoc/>
    public override long Count { get; }

    /// <inheritdoc/>
    public override PartialDate? LatestSource { get; }

    /// <inheritdoc/>
    public override IEnumerable<Source> Sources
    {
        get
        {
            for (var row = 0; row < (_sources?.Rows ?? 0); row++) yield return _sources!.Make(row).Source!;
            GC.KeepAlive(this);
        }
    }

    /// <summary>All rows as they were written, sources too, one after the other.</summary>
    public IEnumerable<ImportedRow> Written()
    {
        foreach (var table in _sources is null ? _tables : [_sources, .. _tables])
            for (var row = 0; row < table.Rows; row++) yield return table.Written(row);
        GC.KeepAlive(this);
    }

    /// <summary>The tables that have rows, but for the sources, and how many they have.</summary>
    public IEnumerable<(TableFormat Table, int Rows)> Tables => _tables.Select(table => (table.Format, table.Rows));

    /// <summary>Opens the register of a pack.</summary>
    /// <param name="path">The file. It must not be changed in place while it is open; to be replaced by renaming another over it is no harm.</param>
    /// <param name="owner">The pack.</param>
    /// <exception cref="SnapshotException">It is damaged, cut short, no register, or of a newer version.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Register Open(string path, RegisterOwner owner)
    {
        var snapshot = Snapshot.Open(path, RegisterFormat.Kind);
        try
        {
            return new Register(snapshot, CatalogOf(snapshot), owner);
        }
        catch
        {
            snapshot.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<T> Find<T>(RowKey key, params ReadOnlySpan<string> values)
    {
        var found = ImmutableArray.CreateBuilder<T>();
        ReadOnlySpan<RowKey> keys = key == RowKey.Naming ? s_naming : [key];
        foreach (var table in _tables)
        {
            foreach (var row in table.Find(keys, values))
            {
                if (Row(table, row) is not T statement) break;
                if (Stands(statement, keys, values)) found.Add(statement);
            }
        }
        GC.KeepAlive(this);
        return found.DrainToImmutable();
    }

    /// <inheritdoc/>
    public override IEnumerable<T> Each<T>(RowKey key, string value)
    {
        foreach (var table in _tables)
        {
            if (table.Index(key) is null) continue;
            foreach (var row in table.Find([key], [value]))
                if (Row(table, row) is T statement && Stands(statement, [key], [value])) yield return statement;
        }
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public override long CountOf(RowKey key, string value)
    {
        var count = 0L;
        foreach (var table in _tables)
        {
            if (table.Index(key) is not { } index) continue;
            foreach (var text in table.WrittenKeys(key, value))
            {
                var (from, to) = index.Find(text);
                count += to - from;
            }
        }
        GC.KeepAlive(this);
        return count;
    }

    /// <inheritdoc/>
    public override Statement? Statement(StatementId id)
    {
        Statement? found = null;
        if (TableOf(id.ToString()) is { } table)
            foreach (var row in table.Find([RowKey.ById], [RowKeys.WithoutRival(id.ToString())]))
                if ((found = Row(table, row)).Id == id) break;
        GC.KeepAlive(this);
        return found?.Id == id ? found : null;
    }

    /// <inheritdoc/>
    public override IEnumerable<T> Rows<T>()
    {
        foreach (var table in _tables)
        {
            if (typeof(T) != typeof(Statement) && table.Statement != typeof(T).Name) continue;
            for (var row = 0; row < table.Rows; row++)
                if (Row(table, row) is T statement) yield return statement;
        }
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public override Source? Source(SourceId id)
    {
        Source? found = null;
        var (key, end) = ($"sources/{id}", $"~{Pack}");
        // One of an id that a source of another pack has is known with the pack's name.
        string[] keys = key.EndsWith(end, StringComparison.Ordinal) ? [key, key[..^end.Length]] : [key];
        foreach (var row in _sources?.Find([RowKey.ById], keys) ?? [])
            if (_sources!.Make(row).Source is { } source && source.Id == id) found = source;
        GC.KeepAlive(this);
        return found;
    }

    /// <summary>The first rows of each table.</summary>
    public IEnumerable<Statement> First(int many)
    {
        foreach (var table in _tables)
            for (var row = 0; row < Math.Min(many, table.Rows); row++) yield return Row(table, row);
    }

    /// <summary>How many rows have taken a natural key.</summary>
    public int RowsOfKey(string key)
    {
        if ((TableOf(key) ?? (_sources is not null && IsOf(_sources, key) ? _sources : null))?.Index(RowKey.ById) is not { } index) return 0;
        var (from, to) = index.Find(key);
        var count = (int)(to - from);
        // Which key such a row takes depends on the packs before: only the row itself tells.
        if (TableOf(key) is { Format.Name: MembershipsTable.Name } table) count = table.Find([RowKey.ById], [key]).Count(row => RowKeys.WithoutRival(Row(table, row).Id.ToString()) == key);
        GC.KeepAlive(this);
        return count;
    }

    private static bool Stands(Statement statement, ReadOnlySpan<RowKey> keys, ReadOnlySpan<string> values)
    {
        foreach (var key in keys)
        {
            var texts = statement is Entity entity && NameKeys.All.Contains(key) ? NameKeys.Of(entity, key) : RowKeys.Of(statement, key);
            foreach (var text in texts)
                if (values.Contains(text)) return true;
        }
        return false;
    }

    private static bool IsOf(RegisterTable table, string key) => key.Length > table.Format.Name.Length && key[table.Format.Name.Length] == '/' && key.StartsWith(table.Format.Name, StringComparison.Ordinal);

    private RegisterTable? TableOf(string key) => _tables.FirstOrDefault(table => IsOf(table, key));

    private Statement Row(RegisterTable table, int row) => _rows.TryFind(table.Number, row, out var known) ? known : _rows.Keep(table.Number, row, table.Make(row).Statement!);

    private static RegisterCatalog CatalogOf(Snapshot snapshot)
    {
        var bytes = snapshot.Get<byte>(RegisterFormat.Catalog);
        try
        {
            var catalog = JsonSerializer.Deserialize(bytes.Span, RegisterJson.Default.RegisterCatalog) ?? throw Wrong("nothing");
            if (catalog.PieceBits is < 1 or > 30 || catalog.TextPieces is < 1 or > SnapshotFormat.MostSections) throw Wrong("pieces of no size");
            foreach (var table in catalog.Tables)
            {
                if (TableFormat.Find(table.Name) is not { } format) throw Wrong($"a table '{table.Name}', which the pack format does not have");
                var unknown = table.Columns.FirstOrDefault(column => column.Name is not ("@file" or "@line") && !format.Columns.Contains(column.Name));
                if (unknown is not null) throw Wrong($"a column '{unknown.Name}' of {table.Name}, which the pack format does not have");
                if ((table.Statement.Length == 0) != (table.Name == "sources")) throw Wrong($"a table '{table.Name}' of {(table.Statement.Length == 0 ? "sources" : table.Statement)}");
                if (table.Rows < 1 || (table.Rows >> catalog.PieceBits) > SnapshotFormat.MostSections || table.Columns.DistinctBy(column => column.Name).Count(column => column.Name is "@file" or "@line") < 2 || table.Columns.DistinctBy(column => column.Name).Count() < table.Columns.Count || table.Indexes.Any(index => index.Entries < 0 || index.Entries >> catalog.PieceBits > SnapshotFormat.MostSections))
                    throw Wrong($"a table '{table.Name}' that is not whole");
            }
            return catalog;
        }
        catch (JsonException error)
        {
            throw new SnapshotException("The catalog is no JSON of a register", RegisterFormat.Catalog, snapshot.OffsetOf(RegisterFormat.Catalog), error);
        }

        SnapshotException Wrong(string what) => new($"The catalog tells of {what}", RegisterFormat.Catalog, snapshot.OffsetOf(RegisterFormat.Catalog));
    }
}
