using Assay.Mentions;

namespace Assay.Records;

/// <summary>Finds a commodity of the lexicon by its key or by any of its words.</summary>
public static class Commodities
{
    /// <summary>Its key; null where there is none.</summary>
    public static string? Find(Lexicon lexicon, string word)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(word);
        var key = word.Trim().ToLowerInvariant();
        if (lexicon.Goods.ContainsKey(key)) return key;
        var tokens = Tokenizer.Split(word);
        return tokens.Length > 0 && lexicon.Commodities.Match(tokens, 0, out var found) == tokens.Length ? found!.Id : null;
    }
}
