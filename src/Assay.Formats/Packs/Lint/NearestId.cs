namespace Assay.Formats.Packs.Lint;

/// <summary>Finds the id that a mistyped one probably means.</summary>
internal static class NearestId
{
    /// <summary>The known id of least edit distance, the first in the alphabet among equals; null where none is near.</summary>
    public static string? Find(string id, IEnumerable<string> known)
    {
        string? nearest = null;
        var least = Math.Max(1, id.Length / 3) + 1;
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - id.Length) > least) continue;
            var distance = Distance(id, candidate);
            if (distance > least || (distance == least && (nearest is null || string.CompareOrdinal(candidate, nearest) > 0))) continue;
            (least, nearest) = (distance, candidate);
        }
        return nearest;
    }

    /// <summary>The edit distance; more than <paramref name="most"/> where the lengths alone say so.</summary>
    public static int Distance(string left, string right, int most) =>
        Math.Abs(left.Length - right.Length) > most ? most + 1 : Distance(left, right);

    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
