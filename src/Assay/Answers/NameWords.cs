using Assay.Evidence;
using Assay.Linking;

namespace Assay.Answers;

/// <summary>Whether the names of two persons, each with an id of its own, leave it open that they are one.</summary>
internal static class NameWords
{
    /// <summary>
    /// False where the names of both are written in one script and no word of the one is like a word of the other, however they are spelt or transcribed
    /// (<see cref="SpokenWord"/>). What is written in letters that are not known may be any name.
    /// </summary>
    public static bool MayBeOfOne(Entity one, Entity other)
    {
        var (left, right) = (Words(one), Words(other));
        var areCompared = false;
        foreach (var word in left)
            foreach (var next in right)
            {
                if (word is null || next is null) return true;
                if (word.Script != next.Script) continue;
                if (word.IsLike(next)) return true;
                areCompared = true;
            }
        return !areCompared;
    }

    private static List<SpokenWord?> Words(Entity entity) =>
        [.. entity.Aliases.Where(alias => !alias.IsMetonym).Select(alias => alias.Text).Prepend(entity.Name).SelectMany(SpokenWord.Of).Distinct()];
}
