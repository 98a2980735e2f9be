using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Formats.Imports;

namespace Assay.Formats.Bods;

/// <summary>
/// Bodies of a state. An agency is its state's, and what it owns counts as the state's: only a department or agency of a whole country is one. A city, a
/// province, whatever is called as one of them, a body of a territory, and whatever is not said to be either is an organization, whose note says what it is, so that it is written as it was.
/// </summary>
/// <param name="Subtype">The code of the subtype; empty: none.</param>
/// <param name="Place">The code of the part of a state; empty: none.</param>
/// <param name="Details">What else is said of it.</param>
internal sealed partial record StateBody(string Subtype, string Place, string Details)
{
    /// <summary>The type of the standard.</summary>
    public const string Type = "stateBody";

    private const string Department = "governmentDepartment", Agency = "stateAgency";

    // An agency of no country is told by its name.
    private const string ByName = "agency";

    private static readonly (string Code, string Words)[] s_subtypes = [(Department, "government department"), (Agency, "state agency"), ("other", "other")];

    /// <summary>What the record takes one as.</summary>
    /// <param name="type">The entity's type.</param>
    /// <param name="said">The local name of the type.</param>
    /// <param name="details">The entity.</param>
    /// <param name="names">Its names.</param>
    public static (string Kind, string Note) Read(JsonElement type, string said, JsonElement details, IEnumerable<string> names)
    {
        var subtype = type.TryGetProperty("subtype", out var given) ? given.GetString()! : "";
        var code = details.TryGetProperty("jurisdiction", out var jurisdiction) && jurisdiction.TryGetProperty("code", out var place) ? place.GetString()! : "";
        var isKnown = KnownCodes.State(code) is not null;
        if (subtype is Department or Agency)
        {
            if (isKnown && code.Length == 2 && IsOfWhole(code, names)) return (ByName, Of(subtype, said));
            if (!isKnown && (said == ByName || said.StartsWith($"{ByName}; ", StringComparison.Ordinal))) return (ByName, Of(subtype, said[ByName.Length..].TrimStart(';', ' ')));
        }
        var words = s_subtypes.FirstOrDefault(pair => pair.Code == subtype).Words;
        return ("organization", Joined($"state body{(words is null ? "" : $", {words}")}{(isKnown && code.Length > 2 ? $" of {code.ToUpperInvariant()}" : "")}", said));
    }

    /// <summary>How an agency is written.</summary>
    /// <param name="note">Its note.</param>
    /// <param name="hasCountry">Whether its country can be written.</param>
    public static StateBody OfAgency(string note, bool hasCountry)
    {
        var words = s_subtypes[0].Words;
        var isDepartment = note == words || note.StartsWith($"{words}; ", StringComparison.Ordinal);
        var rest = isDepartment ? note[words.Length..].TrimStart(';', ' ') : note;
        return new StateBody(isDepartment ? Department : Agency, "", hasCountry ? rest : Joined(ByName, rest));
    }

    /// <summary>How an organization is written that was read as such a body; null: it is none.</summary>
    /// <param name="names">Its names.</param>
    /// <param name="note">Its note.</param>
    /// <param name="country">Its country in small letters; empty: it cannot be written.</param>
    public static StateBody? OfOrganization(IEnumerable<string> names, string note, string country)
    {
        if (Form().Match(note) is not { Success: true } match) return null;
        var (subtype, place) = (s_subtypes.FirstOrDefault(pair => pair.Words == match.Groups["subtype"].Value).Code ?? "", match.Groups["place"].Value);
        var isElsewhere = place.Length > 0 && !place.StartsWith($"{country.ToUpperInvariant()}-", StringComparison.Ordinal);
        var isAgency = subtype is Department or Agency && place.Length == 0 && ((country.Length > 0 && IsOfWhole(country, names)) || match.Groups["details"].Value.StartsWith(ByName, StringComparison.Ordinal));
        return isElsewhere || isAgency ? null : new StateBody(subtype, place, match.Groups["details"].Value);
    }

    /// <summary>Whether a body in a country is told to be one of the whole: neither the code nor a name is that of a part, a place or a territory.</summary>
    public static bool IsOfWhole(string country, IEnumerable<string> names) => Territories.NameOf(country.ToLowerInvariant()) is null && !names.Any(LocalBodies.IsTold);

    private static string Of(string subtype, string said) => subtype == Department ? Joined(s_subtypes[0].Words, said) : said;

    /// <summary>Two texts of a note.</summary>
    public static string Joined(string one, string other) => other.Length == 0 ? one : $"{one}; {other}";

    [GeneratedRegex("^state body(, (?<subtype>government department|state agency|other))?( of (?<place>[A-Z]{2}-[A-Z0-9]{1,3}))?(; (?<details>.+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
