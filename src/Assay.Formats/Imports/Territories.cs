using System.Collections.Frozen;

namespace Assay.Formats.Imports;

/// <summary>Territories that are no states and have a code of their own in ISO 3166-1, from <c>rules/territories.csv</c>.</summary>
internal static class Territories
{
    /// <summary>Where the file lies among the rules.</summary>
    public const string Path = "territories.csv";

    private static readonly FrozenDictionary<string, string> s_names = Read();

    /// <summary>The codes in lower case and the names of all.</summary>
    public static IEnumerable<(string Code, string Name)> Names => s_names.Select(pair => (pair.Key, pair.Value));

    /// <summary>The name of one, by its code in lower case; null where there is none.</summary>
    public static string? NameOf(string code) => s_names.GetValueOrDefault(code);

    private static FrozenDictionary<string, string> Read()
    {
        using var reader = new StreamReader(typeof(Territories).Assembly.GetManifestResourceStream($"rules/{Path}")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToFrozenDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);
    }
}
