using Assay.Evidence;

namespace Assay.Answers;

/// <summary>Whether the names of two persons, each with an id of its own, leave it open that they are one.</summary>
internal static class NameWords
{
    private const int Shortest = 3;

    /// <summary>False where the names of both are written in one script and share no word.</summary>
    public static bool MayBeOfOne(Entity one, Entity other)
    {
        var (left, right) = (Words(one), Words(other));
        return left.Overlaps(right) || !left.Any(word => right.Any(next => IsLatin(word) == IsLatin(next)));
    }

    private static HashSet<string> Words(Entity entity)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in entity.Aliases.Where(alias => !alias.IsMetonym).Select(alias => alias.Text).Prepend(entity.Name))
            foreach (var word in name.Split([' ', ',', '.', '-', '\'', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                if (word.Length >= Shortest) words.Add(word);
        return words;
    }

    private static bool IsLatin(string word) => word[0] < '\u0250';
}
