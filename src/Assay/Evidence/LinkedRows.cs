using System.Collections.Immutable;

namespace Assay.Evidence;

/// <summary>Stored rows read with the entities that those they name are read as: found under these, and not under the others.</summary>
/// <param name="rows">The rows as they are told.</param>
/// <param name="reading">How they are read.</param>
/// <param name="one">The entity of an id that others are read as, wherever it is kept.</param>
internal sealed class LinkedRows(StoredRows rows, EntityReading reading, Func<EntityId, Entity?> one) : StoredRows
{
    private readonly ChangedRows _read = new(rows, reading.Read);

    public override string Pack => rows.Pack;

    public override long Count => rows.Count;

    public override PartialDate? LatestSource => rows.LatestSource;

    public override IEnumerable<Source> Sources => rows.Sources;

    /// <summary>The entity of an id, if it is this pack's description that counts.</summary>
    public Entity? One(EntityId id) => rows.Find<Entity>(RowKey.Entity, id.ToString()).Where(reading.Leads).Select(_read.Of).OfType<Entity>().FirstOrDefault();

    public override ImmutableArray<T> Find<T>(RowKey key, params ReadOnlySpan<string> values)
    {
        string[] asked = values.ToArray();
        string[] all = [.. asked.SelectMany(value => Told(key, value)).Distinct()];
        if (IsOfOne(key)) return [.. rows.Find<T>(key, all).Select(Leading).OfType<T>().Distinct(ReferenceEqualityComparer.Instance).Cast<T>()];
        ImmutableArray<T> found = IsOfEntities(key) ? [.. rows.Find<T>(key, all).Select(Leading).OfType<T>().Distinct(ReferenceEqualityComparer.Instance).Cast<T>()] : _read.Find<T>(key, all);
        // What stood under another id may now stand under none of those asked for, and the other way round.
        return key == RowKey.Naming ? found : [.. found.Where(row => RowKeys.Of(row, key).Any(asked.Contains))];
    }

    public override IEnumerable<T> Each<T>(RowKey key, string value)
    {
        if (!IsOfOne(key) && !IsOfEntities(key)) return Told(key, value).SelectMany(told => _read.Each<T>(key, told)).Where(row => RowKeys.Of(row, key).Contains(value)).DistinctBy(row => row.Id);
        var found = Told(key, value).SelectMany(told => rows.Each<T>(key, told)).Select(Leading).OfType<T>().DistinctBy(row => row.Id);
        return IsOfOne(key) ? found : found.Where(row => RowKeys.Of(row, key).Contains(value));
    }

    public override long CountOf(RowKey key, string value) => Told(key, value).Sum(told => rows.CountOf(key, told));

    public override Statement? Statement(StatementId id) => _read.Statement(id);

    public override IEnumerable<T> Rows<T>() => _read.Rows<T>();

    public override Source? Source(SourceId id) => rows.Source(id);

    // What entities are found by that the one that they are read as has too.
    private static bool IsOfOne(RowKey key) => key is RowKey.Entity or RowKey.Identified or RowKey.Named or RowKey.NameKey or RowKey.NameWord or RowKey.Written or RowKey.WrittenFirst;

    private static bool IsOfEntities(RowKey key) => key is RowKey.EntitiesIn or RowKey.EntitiesUnder;

    // The ids and names of all lead to the one that they are read as.
    private Statement? Leading(Statement row) =>
        row is Entity entity && reading.Links.ReadAs(entity.EntityId) is var id && (id != entity.EntityId || !reading.Leads(entity)) ? one(id) : _read.Of(row);

    // A text with each id in it as any of those that are read as it.
    private IEnumerable<string> Told(RowKey key, string value)
    {
        if (key == RowKey.ById || IsOfOne(key)) return [value];
        IEnumerable<string> told = [""];
        var isFirst = true;
        foreach (var part in value.Split('/'))
        {
            string[] ids = [part, .. reading.Links.LinkedTo(new EntityId(part)).Select(id => id.Value)];
            var (begun, mark) = (told, isFirst ? "" : "/");
            told = begun.SelectMany(begin => ids.Select(id => begin + mark + id));
            isFirst = false;
        }
        return told;
    }
}
