using System.Globalization;
using Assay.Formats.Imports;
using Assay.Formats.Packs;

namespace Assay.Benchmarks;

/// <summary>The rows of a made-up register of companies: every company has a name of its own, a country and a place in a group, every third one owners beside it.</summary>
internal static class RegisterData
{
    private static readonly string[] First = ["Northern", "Alpine", "Harbour", "Granite", "Silver", "Meridian", "Cedar", "Orion", "Amber", "Falcon", "Summit", "Delta", "Polar", "Crown", "Velvet", "Copper"];
    private static readonly string[] Second = ["Shipping", "Mining", "Holdings", "Foods", "Energy", "Textiles", "Optics", "Capital", "Timber", "Logistics", "Chemicals", "Insurance"];
    private static readonly string[] Forms = ["Ltd", "GmbH", "S.A.", "Inc.", "N.V.", "AB"];
    private static readonly string[] Countries = ["gb", "de", "fr", "us", "nl", "kz", "cn", "jp"];

    /// <summary>Sources, companies and stakes: one and a half times as many stakes as companies.</summary>
    public static IEnumerable<ImportedRow> Rows(int companies)
    {
        var (sources, entities, stakes) = (TableFormat.Find("sources")!, TableFormat.Find("entities")!, TableFormat.Find("stakes")!);
        yield return new ImportedRow(sources, ["register-2026", "The registrar", "Register of companies", "2026-01-31", "https://example.org/register", "primary"], "sources.csv", 2);
        for (var i = 0; i < companies; i++)
            yield return new ImportedRow(entities, [IdOf(i), "company", NameOf(i), i % 4 == 0 ? $"{First[i % First.Length]} {i.ToString(CultureInfo.InvariantCulture)}" : "", Countries[i % Countries.Length], "", $"lei:{LeiOf(i)}", "register-2026", ""], "level1.csv", i + 2);
        var line = 2;
        foreach (var (owner, asset, share) in Stakes(companies))
            yield return new ImportedRow(stakes, [IdOf(owner), IdOf(asset), share.ToString(CultureInfo.InvariantCulture), "", "", "shares", "reported", $"{2000 + asset % 25}-0{1 + asset % 9}", "", "", "register-2026", ""], "level2.csv", line++);
    }

    /// <summary>Who holds how much of whom: nobody of one that comes before it.</summary>
    public static IEnumerable<(int Owner, int Asset, int Share)> Stakes(int companies)
    {
        var random = new Random(8);
        for (var asset = 1; asset < companies; asset++)
        {
            yield return (random.Next(Math.Max(0, asset - 5000), asset), asset, 51 + asset % 20);
            if (asset % 2 == 0) yield return (random.Next(asset), asset, 1 + asset % 20);
        }
    }

    public static string IdOf(int company) => $"lei-{LeiOf(company).ToLowerInvariant()}";

    /// <summary>No two companies have one name.</summary>
    public static string NameOf(int company) => $"{First[company % First.Length]} {Word(company)} {Second[company / First.Length % Second.Length]} {Forms[company % Forms.Length]}";

    private static string LeiOf(int company) => $"5493{company.ToString("X8", CultureInfo.InvariantCulture)}{company % 97:00}AB{company % 89:00}ZZ";

    private static string Word(int company)
    {
        const string Consonants = "bdfgklmnprstvz", Vowels = "aeiou";
        Span<char> word = stackalloc char[8];
        for (var i = 0; i < word.Length; i++)
        {
            var letters = i % 2 == 0 ? Consonants : Vowels;
            word[i] = letters[company % letters.Length];
            company /= letters.Length;
        }
        word[0] = char.ToUpperInvariant(word[0]);
        return word.ToString();
    }
}
