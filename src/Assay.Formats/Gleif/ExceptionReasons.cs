using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using Sylvan.Data.Csv;

namespace Assay.Formats.Gleif;

/// <summary>
/// What the reasons of the Reporting Exceptions Format say of the parent that is not named: the table <c>exceptions.csv</c> in this folder, which gives each
/// code's meaning and where it stands.
/// </summary>
internal static class ExceptionReasons
{
    /// <summary>What a reason says.</summary>
    /// <param name="Says">Of the parent: none, maybe, hidden.</param>
    /// <param name="Owners">Of owners who are no legal entities; empty where it says nothing of them.</param>
    /// <param name="Slug">The code as a slug.</param>
    internal sealed record Meaning(string Says, string Owners, string Slug);

    private static readonly Lazy<FrozenDictionary<string, Meaning>> s_all = new(Read);

    /// <summary>Every reason, by its code.</summary>
    public static FrozenDictionary<string, Meaning> All => s_all.Value;

    private static FrozenDictionary<string, Meaning> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("gleif/exceptions.csv")!;
        using var csv = CsvDataReader.Create(new StreamReader(stream, Encoding.UTF8));
        var found = new Dictionary<string, Meaning>(StringComparer.Ordinal);
        while (csv.Read())
        {
            var code = csv.GetString(csv.GetOrdinal("code"));
            found.Add(code, new Meaning(csv.GetString(csv.GetOrdinal("says")), csv.GetString(csv.GetOrdinal("owners")), code.ToLowerInvariant().Replace('_', '-')));
        }
        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
