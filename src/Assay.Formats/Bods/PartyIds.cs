using Assay.Evidence;
using System.Text.Json;
using Assay.Formats.Imports;

namespace Assay.Formats.Bods;

/// <summary>The ids that records get in a pack: by their LEI, so that files of several formats meet, else by their recordId.</summary>
internal static class PartyIds
{
    private const string Scheme = "bods";

    /// <summary>The id of a record.</summary>
    public static string Of(RecordEntry entry, string recordId)
    {
        if (entry.Lei != default) return ImportedId.Of("lei", entry.Lei.ToString());
        // A publisher of LEI data names its records by them, and may give their entities in another file.
        if (!entry.Traits.HasFlag(RecordTraits.IsThere) && recordId.StartsWith("XI-LEI-", StringComparison.Ordinal) && Lei.TryParse(recordId.AsSpan(7), out var lei)) return ImportedId.Of("lei", lei.ToString());
        return ImportedId.Of(Scheme, recordId);
    }

    /// <summary>The id of a party that a relationship does not specify: a block of its own for each relationship.</summary>
    public static string OfUnspecified(string recordId) => ImportedId.Of($"{Scheme}-party", recordId);

    /// <summary>What such a party is called: by its reason.</summary>
    public static string NameOfUnspecified(string what, byte reason) => reason == 0 ? $"[{what}]" : $"[{what}: {UnspecifiedReasons.Slug(reason).Replace('-', ' ')}]";

    /// <summary>The identifier by which a writer gives the recordId back.</summary>
    public static string Identifier(string recordId) => $"{Scheme}:{recordId}";

    /// <summary>The recordId that an identifier gives back; null: it is another.</summary>
    public static string? RecordIdOf(string identifier) => identifier.StartsWith("bods:", StringComparison.Ordinal) && identifier.Length > 5 ? identifier[5..] : null;

    /// <summary>The reason that a party is not specified; 0: it is, or has none.</summary>
    public static byte ReasonOf(JsonElement party) => party.ValueKind == JsonValueKind.Object ? UnspecifiedReasons.Of(party.GetProperty("reason").GetString()!) : (byte)0;
}
