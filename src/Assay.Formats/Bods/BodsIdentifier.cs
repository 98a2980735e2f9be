using Assay.Evidence;
using System.Text;
using System.Text.Json;

namespace Assay.Formats.Bods;

/// <summary>Identifiers of records and what the record of this program calls them: <c>lei:…</c>, <c>wikidata:…</c>, <c>gb-coh:07444723</c>.</summary>
internal static class BodsIdentifier
{
    private const string LegalEntity = "XI-LEI", Wikidata = "XI-WIKIDATA";

    /// <summary>Whether an identifier is of the scheme of legal entity identifiers.</summary>
    public static bool IsLei(JsonElement identifier) => SchemeOf(identifier) is var scheme && (scheme.Equals(LegalEntity, StringComparison.OrdinalIgnoreCase) || scheme.Equals("LEI", StringComparison.OrdinalIgnoreCase));

    /// <summary>As the record writes it; null where it has no id.</summary>
    public static string? Read(JsonElement identifier)
    {
        if (!identifier.TryGetProperty("id", out var given) || given.GetString()!.Trim() is not { Length: > 0 } id) return null;
        var scheme = SchemeOf(identifier);
        if (IsLei(identifier)) return Lei.TryParse(id, out var lei) ? $"lei:{lei}" : $"xi-lei:{id}";
        if (scheme.Equals(Wikidata, StringComparison.OrdinalIgnoreCase)) return $"wikidata:{id}";
        return $"{Slug(scheme)}:{id}";
    }

    /// <summary>As the standard writes it: a scheme that org-id.guide lists, or that a person's identifier may have, else its name.</summary>
    public static (string Scheme, string SchemeName, string Id) Write(string identifier, bool isOfPerson)
    {
        var at = identifier.IndexOf(':', StringComparison.Ordinal);
        if (at <= 0) return ("", "identifier", identifier);
        var (scheme, id) = (identifier[..at], identifier[(at + 1)..]);
        if (scheme is "lei") return (LegalEntity, "", id);
        if (scheme is "wikidata") return (Wikidata, "", id);
        if (isOfPerson) return KnownCodes.IsOfPerson(scheme.ToUpperInvariant()) ? (scheme.ToUpperInvariant(), "", id) : ("", scheme, id);
        return KnownCodes.Scheme(scheme) is { } listed ? (listed, "", id) : ("", scheme, id);
    }

    private static string SchemeOf(JsonElement identifier) =>
        identifier.TryGetProperty("scheme", out var scheme) && scheme.GetString()!.Trim() is { Length: > 0 } code ? code
        : identifier.TryGetProperty("schemeName", out var name) ? name.GetString()! : "";

    private static string Slug(string scheme)
    {
        var slug = new StringBuilder(scheme.Length);
        foreach (var rune in scheme.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value == '_') slug.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var text = slug.ToString().Trim('-');
        return text.Length > 0 ? text : "identifier";
    }
}
