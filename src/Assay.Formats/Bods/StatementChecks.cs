using System.Globalization;
using System.Text.Json;

namespace Assay.Formats.Bods;

/// <summary>
/// What the standard asks of one statement beyond its schema: dates that can be, limits in order, codes of known lists, annotations that point at something.
/// A statement that fails here is reported and still read: what of it cannot be taken is left out by the rows.
/// </summary>
/// <param name="today">No statement can be of a later day.</param>
/// <param name="report">Takes each problem.</param>
internal sealed class StatementChecks(DateOnly today, Action<Problem> report)
{
    // The record's earliest births are of this century; the oldest known person lived 122 years.
    private const int EarliestYear = 1800, LongestLife = 130;

    /// <summary>Checks a statement.</summary>
    public void Check(BodsStatement statement)
    {
        var (json, details) = (statement.Json, statement.Details);
        NotLater(statement, json, "statementDate", ".statementDate");
        if (json.TryGetProperty("publicationDetails", out var publication)) NotLater(statement, publication, "publicationDate", ".publicationDetails.publicationDate");
        if (json.TryGetProperty("source", out var source)) NotLater(statement, source, "retrievedAt", ".source.retrievedAt");
        if (json.TryGetProperty("annotations", out var annotations)) CheckAnnotations(statement, annotations);
        switch (statement.Kind)
        {
            case RecordKind.Entity: CheckEntity(statement, details); break;
            case RecordKind.Person: CheckPerson(statement, details); break;
            default: CheckInterests(statement, details); break;
        }
    }

    private void CheckAnnotations(BodsStatement statement, JsonElement annotations)
    {
        var at = 0;
        foreach (var annotation in annotations.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $".annotations[{at++}]");
            NotLater(statement, annotation, "creationDate", $"{path}.creationDate");
            var pointer = annotation.GetProperty("statementPointerTarget").GetString()!;
            if (!Leads(statement.Json, pointer))
                Report(statement, $"{path}.statementPointerTarget", "bods-pointer", $"'{pointer}' points at nothing in the statement", "a JSON pointer (RFC 6901) to a field that is there, or an empty text", "correct the pointer");
        }
    }

    private static bool Leads(JsonElement json, string pointer)
    {
        if (pointer.Length == 0) return true;
        if (pointer[0] != '/') return false;
        foreach (var part in pointer[1..].Split('/'))
        {
            var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            switch (json.ValueKind)
            {
                case JsonValueKind.Object when json.TryGetProperty(name, out var field): json = field; break;
                case JsonValueKind.Array when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < json.GetArrayLength(): json = json[index]; break;
                default: return false;
            }
        }
        return true;
    }

    private void CheckEntity(BodsStatement statement, JsonElement details)
    {
        if (DayOf(details, "foundingDate") is { } founded && DayOf(details, "dissolutionDate") is { } dissolved && dissolved < founded)
            Report(statement, ".recordDetails.dissolutionDate", "bods-date-order", $"{dissolved:yyyy-MM-dd} is before the foundingDate {founded:yyyy-MM-dd}", "the later date", "swap or correct the dates");
        if (details.TryGetProperty("publicListing", out var listing) && !listing.GetProperty("hasPublicListing").GetBoolean() && listing.TryGetProperty("securitiesListings", out var listed) && listed.GetArrayLength() > 0)
            Report(statement, ".recordDetails.publicListing.hasPublicListing", "bods-listing", "is false beside securitiesListings", "true", "correct it, or take the listings out");
        CheckSchemes(statement, details, ".recordDetails", scheme => KnownCodes.Scheme(scheme) is not null, "a code that org-id.guide lists");
    }

    private void CheckPerson(BodsStatement statement, JsonElement details)
    {
        const string Form = "a country's code of three letters, a hyphen, and PASSPORT, TAXID or IDCARD";
        CheckSchemes(statement, details, ".recordDetails", KnownCodes.IsOfPerson, Form);
        // Some files have the identifiers one level too high, where no schema looks at them.
        CheckSchemes(statement, statement.Json, "", KnownCodes.IsOfPerson, Form);
        var (born, died) = (Years(statement, details, "birthDate"), Years(statement, details, "deathDate"));
        if (born is not { } birth || died is not { } death) return;
        if (death.Last < birth.First) Report(statement, ".recordDetails.deathDate", "bods-date-order", "is before the birthDate", "the later date", "swap or correct the dates");
        else if (death.First.Year - birth.Last.Year > LongestLife) Report(statement, ".recordDetails.deathDate", "bods-birth-date", $"is more than {LongestLife} years after the birthDate", "a life that can be", "correct the dates");
    }

    private Evidence.DayRange? Years(BodsStatement statement, JsonElement details, string name)
    {
        if (!details.TryGetProperty(name, out var value) || !Evidence.PartialDate.TryParse(value.GetString(), out var date)) return null;
        if (date.First > today) Report(statement, $".recordDetails.{name}", "bods-future", $"{date} is still to come", $"a date up to {today:yyyy-MM-dd}", "correct the date");
        else if (date.Year < EarliestYear) Report(statement, $".recordDetails.{name}", "bods-birth-date", $"{date} is long ago", $"a year from {EarliestYear}", "correct the date");
        return date.Days;
    }

    private void CheckSchemes(BodsStatement statement, JsonElement holder, string path, Func<string, bool> isKnown, string expected)
    {
        if (!holder.TryGetProperty("identifiers", out var identifiers)) return;
        if (identifiers.ValueKind == JsonValueKind.Object) CheckScheme(statement, identifiers, $"{path}.identifiers.scheme", isKnown, expected);
        if (identifiers.ValueKind != JsonValueKind.Array) return;
        var at = 0;
        foreach (var identifier in identifiers.EnumerateArray())
            CheckScheme(statement, identifier, string.Create(CultureInfo.InvariantCulture, $"{path}.identifiers[{at++}].scheme"), isKnown, expected);
    }

    private void CheckScheme(BodsStatement statement, JsonElement identifier, string path, Func<string, bool> isKnown, string expected)
    {
        if (identifier.ValueKind == JsonValueKind.Object && identifier.TryGetProperty("scheme", out var scheme) && scheme.ValueKind == JsonValueKind.String && !isKnown(scheme.GetString()!))
            Report(statement, path, "bods-scheme", $"is '{scheme.GetString()}'", expected, "correct it, or give the scheme's name in schemeName; it was read as it is");
    }

    private void CheckInterests(BodsStatement statement, JsonElement details)
    {
        if (!details.TryGetProperty("interests", out var interests)) return;
        var at = 0;
        foreach (var interest in interests.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $".recordDetails.interests[{at++}]");
            if (DayOf(interest, "startDate") is { } start && DayOf(interest, "endDate") is { } end && end < start)
                Report(statement, $"{path}.endDate", "bods-date-order", $"{end:yyyy-MM-dd} is before the startDate {start:yyyy-MM-dd}", "the later date", "swap or correct the dates");
            if (interest.TryGetProperty("share", out var share) && InterestShare.Read(share).Fault is { Length: > 0 } fault)
                Report(statement, $"{path}.share", "bods-share", fault, "exact, or one lower and one upper limit in order", "correct the share");
        }
    }

    private void NotLater(BodsStatement statement, JsonElement holder, string name, string path)
    {
        if (holder.TryGetProperty(name, out var value) && TextFormat.Day(value.GetString()!) is { } day && day > today)
            Report(statement, path, "bods-future", $"{day:yyyy-MM-dd} is still to come", $"a date up to {today:yyyy-MM-dd}", "correct the date; it was read as it is");
    }

    private static DateOnly? DayOf(JsonElement holder, string name) => holder.TryGetProperty(name, out var value) ? TextFormat.Date(value.GetString()!) : null;

    private void Report(BodsStatement statement, string path, string code, string found, string expected, string mend) => report(statement.At(path, code, found, expected, mend));
}
