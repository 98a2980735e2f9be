namespace Assay;

/// <summary>Finds the word that was probably meant.</summary>
public static class Suggestion
{
    /// <summary><c> (did you mean --format?)</c>, or nothing where no known word is near.</summary>
    public static string For(string word, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(known);
        var nearest = known.Select(candidate => (candidate, Distance: Distance(word, candidate))).OrderBy(pair => pair.Distance).FirstOrDefault();
        return nearest.candidate is not null && nearest.Distance <= Math.Max(2, word.Length / 2) ? $" (did you mean {nearest.candidate}?)" : "";
    }

    /// <summary>The fewest insertions, deletions, exchanges and swaps of neighbours that turn one word into the other.</summary>
    internal static int Distance(string from, string to)
    {
        var costs = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++) costs[i, 0] = i;
        for (var j = 0; j <= to.Length; j++) costs[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var exchange = costs[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                costs[i, j] = Math.Min(exchange, Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
            }
        }
        return costs[from.Length, to.Length];
    }
}
