using System.Globalization;

namespace Assay.Publishing.Terminal;

/// <summary>Numbers of sources, runs of three and more drawn together: <c>1, 4-9</c>.</summary>
internal static class SourceNumbers
{
    public static string Of(IEnumerable<int> numbers)
    {
        var sorted = numbers.Distinct().Order().ToList();
        var parts = new List<string>();
        for (var at = 0; at < sorted.Count;)
        {
            var end = at;
            while (end + 1 < sorted.Count && sorted[end + 1] == sorted[end] + 1) end++;
            if (end - at < 2) end = at;
            parts.Add(end == at ? Text(sorted[at]) : $"{Text(sorted[at])}-{Text(sorted[end])}");
            at = end + 1;
        }
        return string.Join(", ", parts);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
