using System.Text.Json.Serialization;
using Assay.Evidence;
using Assay.Formats.Records;
using Assay.Records;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Desk;

/// <summary>Names of the record that begin with, or hold, some letters: to suggest from while somebody types.</summary>
internal static class NameEndpoint
{
    private const int Most = 12;
    private const int Longest = 100;

    public static IResult Find(HttpContext context, LiveRecord record)
    {
        context.Response.Headers.CacheControl = "no-store";
        var wanted = context.Request.Query["q"].ToString().Trim();
        var kinds = context.Request.Query["kinds"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (wanted.Length is 0 or > Longest) return Results.Json([], DeskJson.Default.IReadOnlyListFoundName);
        var evidence = record.Current.Evidence;
        IEnumerable<FoundName> all = kinds is ["source"]
            ? evidence.HeldSources.Where(source => Has(source.Title, wanted) || Has(source.Publisher, wanted) || Has(source.Id.Value, wanted)).Select(source => new FoundName(source.Id.Value, source.Title, source.Publisher))
            : evidence.HeldEntities.Concat(evidence.StoredLike(wanted)).Where(entity => !Enum.TryParse<EntityKind>(kinds.FirstOrDefault(), out _) || kinds.Contains(entity.Kind.ToString()))
                .Select(entity => (Entity: entity, Rank: Rank(entity, wanted))).Where(pair => pair.Rank < int.MaxValue).OrderBy(pair => pair.Rank).ThenBy(pair => pair.Entity.Name, StringComparer.Ordinal)
                .Select(pair => new FoundName(pair.Entity.EntityId.Value, pair.Entity.Name, pair.Entity.Kind.ToString().ToLowerInvariant()));
        return Results.Json([.. all.Take(Most)], DeskJson.Default.IReadOnlyListFoundName);
    }

    // A name that begins so, then another name of it that does, then any that holds it.
    private static int Rank(Entity entity, string wanted) =>
        entity.Name.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) ? 0
        : entity.Aliases.Any(alias => alias.Text.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)) || entity.EntityId.Value.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) ? 1
        : Has(entity.Name, wanted) || entity.Aliases.Any(alias => Has(alias.Text, wanted)) ? 2 : int.MaxValue;

    private static bool Has(string text, string wanted) => text.Contains(wanted, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A name of the record.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">What it is of.</param>
internal sealed record FoundName(string Id, string Name, string Kind);

/// <summary>What lint says of a row while it is typed.</summary>
/// <param name="Problems">By field.</param>
/// <param name="Row">The row as it would be written; empty while something is wrong.</param>
internal sealed record LintedRow(IReadOnlyList<LintedField> Problems, string Row);

/// <summary>A problem of a field.</summary>
internal sealed record LintedField(string Field, string Text, IReadOnlyList<string> DidYouMean);

[JsonSerializable(typeof(IReadOnlyList<FoundName>))]
[JsonSerializable(typeof(LintedRow))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class DeskJson : JsonSerializerContext;
