using Assay.Evidence;

namespace Assay.Records;

/// <summary>Names of entities that are kept outside memory, of which there may be millions: looked up, never gone through.</summary>
public static class StoredNames
{
    /// <summary>A word that leads to more names than this says nothing.</summary>
    public const int MostOfWord = 10_000;

    /// <summary>More entities than this are not compared with one text.</summary>
    private const int MostCompared = 15_000;

    /// <summary>
    /// The stored entities a name of which may be like a text: those with a word that begins as a word of it does, the rarest of its words first. At most some
    /// ten thousand are looked at, however many there are.
    /// </summary>
    public static IEnumerable<Entity> StoredLike(this EvidenceSnapshot evidence, string text)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(text);
        return evidence.Stores.IsEmpty ? [] : evidence.Stores.SelectMany(store => Like(store, text)).Where(entity => !evidence.Holds(entity.EntityId)).DistinctBy(entity => entity.EntityId);
    }

    private static IEnumerable<Entity> Like(StoredRows store, string text)
    {
        var left = (long)MostCompared;
        foreach (var entity in store.Find<Entity>(RowKey.Entity, text.Trim().ToLowerInvariant()).Concat(store.Find<Entity>(RowKey.NameKey, NameKey.Of(text)))) yield return entity;
        foreach (var (word, count) in NameKeys.Words(text).Select(word => (Word: word, Count: store.CountOf(RowKey.NameWord, word))).Where(pair => pair.Count is > 0 and <= MostOfWord).OrderBy(pair => pair.Count))
        {
            if ((left -= count) < 0) yield break;
            foreach (var entity in store.Find<Entity>(RowKey.NameWord, word)) yield return entity;
        }
    }
}
