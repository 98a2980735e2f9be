using System.Collections.Frozen;

namespace Assay.Mentions;

/// <summary>By what a language is told from those that look like it.</summary>
/// <param name="Letters">Its letters, in lower case.</param>
/// <param name="StrangeLetters">Letters that only other languages of its script have.</param>
/// <param name="StrangeWords">Frequent words that only other languages of its script have.</param>
public sealed record LanguageSigns(string Letters, string StrangeLetters, FrozenSet<string> StrangeWords)
{
    /// <summary>The Latin letters.</summary>
    public static LanguageSigns Latin { get; } = new("abcdefghijklmnopqrstuvwxyz", "", FrozenSet<string>.Empty);
}
