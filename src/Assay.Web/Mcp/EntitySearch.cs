using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Assay.Evidence;
using Assay.Formats.Records;
using Assay.Records;

namespace Assay.Web.Mcp;

/// <summary>Finds entities by a name or a part of one: those that it names first, then those that it is a part of the name of.</summary>
internal static class EntitySearch
{
    private const int Most = 20;
    private const int MostNames = 6;

    public static ToolAnswer Find(LoadedRecord record, string name, EntityKind? kind)
    {
        bool IsWanted(Entity entity) => kind is null || entity.Kind == kind;
        var named = record.Names.Entities.Find(name, IsWanted).Where(IsWanted).ToList();
        var found = named.Concat(record.Evidence.HeldEntities.Concat(record.Evidence.StoredLike(name)).Where(entity => IsWanted(entity) && Holds(entity, name))).DistinctBy(entity => entity.EntityId).ToList();
        var nearest = found.Count > 0 ? [] : record.Names.Nearest(name);
        return ToolAnswer.Of(Text(record.Evidence, name, found, nearest), bytes => Write(bytes, name, found, nearest));
    }

    private static bool Holds(Entity entity, string part) =>
        entity.Name.Contains(part, StringComparison.OrdinalIgnoreCase) || entity.Aliases.Any(alias => alias.Text.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static string Text(EvidenceSnapshot evidence, string name, List<Entity> found, ImmutableArray<string> nearest)
    {
        if (found.Count == 0) return $"The record is silent: it knows nothing by the name '{name}'{(nearest.IsEmpty ? "" : $"; the nearest names are {string.Join(", ", nearest)}")}.";
        var text = new StringBuilder();
        foreach (var entity in found.Take(Most))
        {
            text.Append($"{entity.EntityId}: {entity.Name}, {RecordNames.KindOf(entity)}");
            if (entity.Country is { } country && country != entity.EntityId) text.Append($" of {evidence.NameOf(country)}");
            if (entity.Aliases.Length > 0) text.Append($"; also {string.Join(", ", entity.Aliases.Take(MostNames).Select(alias => alias.IsMetonym ? $"{alias.Text} (a place that stands for it)" : alias.Text))}{(entity.Aliases.Length > MostNames ? " …" : "")}");
            text.Append('\n');
        }
        if (found.Count > Most) text.Append($"… and {found.Count - Most} more; give more of the name, or a kind\n");
        return text.Append($"Sources: {string.Join("; ", found.Take(Most).SelectMany(entity => entity.Sources).Distinct().Take(Most).Select(id => evidence.Source(id) is { } source ? $"{source.Publisher}, {source.Title}" : id.ToString()))}").ToString();
    }

    private static void Write(Stream bytes, string name, List<Entity> found, ImmutableArray<string> nearest)
    {
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartArray("entities");
        foreach (var entity in found.Take(Most))
        {
            json.WriteStartObject();
            json.WriteString("id", entity.EntityId.ToString());
            json.WriteString("name", entity.Name);
            json.WriteString("kind", entity.Kind.ToString().ToLowerInvariant());
            json.WriteString("country", entity.Country?.ToString());
            json.WriteStartArray("names");
            foreach (var alias in entity.Aliases.Where(alias => !alias.IsMetonym)) json.WriteStringValue(alias.Text);
            json.WriteEndArray();
            json.WriteStartArray("standsFor");
            foreach (var alias in entity.Aliases.Where(alias => alias.IsMetonym)) json.WriteStringValue(alias.Text);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("leftOut", Math.Max(0, found.Count - Most));
        json.WriteStartArray("nearest");
        foreach (var near in nearest) json.WriteStringValue(near);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
