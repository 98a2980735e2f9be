using System.Globalization;
using System.Text;

namespace Assay.Publishing.Figures;

/// <summary>Numbers and words as SVG wants them.</summary>
internal static class Svg
{
    /// <summary>A number with one decimal place at most.</summary>
    public static string Number(decimal value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The text in lines of about <paramref name="width"/> characters, the last one cut where there are more than <paramref name="most"/>.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width, int most)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }
            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }
        if (line.Length > 0) lines.Add(line.ToString());
        var cut = lines.Count > most;
        return [.. lines.Take(most).Select((words, at) => Cut(words, width, cut && at == most - 1))];
    }

    private static string Cut(string words, int width, bool more)
    {
        if (words.Length <= width && !more) return words;
        var length = Math.Min(words.Length, width - 1);
        if (length > 0 && char.IsHighSurrogate(words[length - 1])) length--;
        return words[..length].TrimEnd() + "…";
    }
}
