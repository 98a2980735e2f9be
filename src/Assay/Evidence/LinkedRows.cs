using System.Collections.Immutable;

namespace Assay.Evidence;

/// <summary>Stored rows read with the entities that those they name are read as: found under these, and not under the others.</summary>
/// <param name="rows">The rows, each read so by itself.</param>
/// <param name="links">What is read as what.</param>
/// <param name="one">The entity of an id that others are read as.</param>
internal sealed class LinkedRows(StoredRows rows, EntityLinks links, Func<EntityId, Entity?> one) : StoredRows
{
    public override string Pack => rows.Pack;

    public override long Count => rows.Count;

    public override PartialDate? LatestSource => rows.LatestSource;

    public override IEnumerable<Source> Sources => rows.Sources;

    public override ImmutableArray<T> Find<T>(RowKey key, params ReadOnlySpan<string> values)
    {
        string[] asked = values.ToArray();
        string[] all = [.. asked.SelectMany(value => Told(key, value)).Distinct()];
        var found = rows.Find<T>(key, all);
        if (key is RowKey.EntitiesIn or RowKey.EntitiesUnder || IsOfOne(key))
        {
            found = [.. found.Select(Leading).Distinct(ReferenceEqualityComparer.Instance).Cast<T>()];
            if (IsOfOne(key)) return found;
        }
        // What stood under another id may now stand under none of those asked for, and the other way round.
        return key == RowKey.Naming ? found : [.. found.Where(row => RowKeys.Of(row, key).Any(asked.Contains))];
    }

    public override IEnumerable<T> Each<T>(RowKey key, string value) =>
        Told(key, value).SelectMany(told => rows.Each<T>(key, told)).Select(row => (T)Leading(row)).Where(row => RowKeys.Of(row, key).Contains(value)).Distinct();

    public override long CountOf(RowKey key, string value) => Told(key, value).Sum(told => rows.CountOf(key, told));

    public override Statement? Statement(StatementId id) => rows.Statement(id);

    public override IEnumerable<T> Rows<T>() => rows.Rows<T>();

    public override Source? Source(SourceId id) => rows.Source(id);

    // What entities are found by that the one that they are read as has too.
    private static bool IsOfOne(RowKey key) => key is RowKey.Entity or RowKey.Identified or RowKey.Named or RowKey.NameKey or RowKey.NameWord or RowKey.Written or RowKey.WrittenFirst;

    // The ids and names of all lead to the one that they are read as.
    private Statement Leading(Statement row) => row is Entity entity && links.ReadAs(entity.EntityId) is var id && id != entity.EntityId && one(id) is { } top ? top : row;

    // A text with each id in it as any of those that are read as it.
    private IEnumerable<string> Told(RowKey key, string value)
    {
        if (key == RowKey.ById || IsOfOne(key)) return [value];
        IEnumerable<string> told = [""];
        var isFirst = true;
        foreach (var part in value.Split('/'))
        {
            string[] ids = [part, .. links.LinkedTo(new EntityId(part)).Select(id => id.Value)];
            var (begun, mark) = (told, isFirst ? "" : "/");
            told = begun.SelectMany(begin => ids.Select(id => begin + mark + id));
            isFirst = false;
        }
        return told;
    }
}
