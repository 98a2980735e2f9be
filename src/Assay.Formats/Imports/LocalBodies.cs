using System.Collections.Frozen;
using System.Text;

namespace Assay.Formats.Imports;

/// <summary>
/// Whether a public body is told by its name to be one of a city, a region or a territory, by the words of <c>rules/local-bodies.csv</c> and the names of
/// <see cref="Territories"/>. What such a body owns is not the state's.
/// </summary>
internal static class LocalBodies
{
    /// <summary>Where the file lies among the rules.</summary>
    public const string Path = "local-bodies.csv";

    private static readonly (FrozenSet<string> Whole, string[] Begins) s_words = Read();

    private static readonly string[] s_territories = [.. Territories.Names.Select(pair => Plain(pair.Name.Split('(')[0])).Where(name => name.Length > 0)];

    /// <summary>Whether a name tells it.</summary>
    /// <param name="name">The name of the body.</param>
    public static bool IsTold(string name)
    {
        var plain = Plain(name);
        var (whole, begins) = s_words;
        foreach (var word in plain.Split(' '))
            if (whole.Contains(word) || begins.Any(begin => word.StartsWith(begin, StringComparison.Ordinal))) return true;
        return s_territories.Any(territory => $" {plain} ".Contains($" {territory} ", StringComparison.Ordinal));
    }

    // Small letters, Latin ones without marks; everything else parts words.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune))
            {
                if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
                continue;
            }
            var small = Rune.ToLowerInvariant(rune);
            plain.Append(small.IsAscii || small.Value >= 0x250 || Packs.Writing.Slugs.Of(small.ToString()) is not { Length: > 0 } latin ? small.ToString() : latin);
        }
        return plain.ToString().Trim();
    }

    private static (FrozenSet<string>, string[]) Read()
    {
        using var reader = new StreamReader(typeof(LocalBodies).Assembly.GetManifestResourceStream($"rules/{Path}")!);
        var words = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).SelectMany(line => line.Split(',')[1].Split('|')).ToList();
        return (words.Where(word => !word.EndsWith('*')).Select(Plain).ToFrozenSet(StringComparer.Ordinal), [.. words.Where(word => word.EndsWith('*')).Select(Plain)]);
    }
}
