using System.Collections.Immutable;

namespace Assay.Linking;

/// <summary>A word of a name that is ready to be compared.</summary>
/// <param name="Text">The spelling that stands for it.</param>
/// <param name="Written">It as it is written, in small Latin letters; several words that stand for one have no blanks between them.</param>
/// <param name="Skeleton">The skeleton of what is written.</param>
/// <param name="Role">What it does.</param>
public readonly record struct NameWord(string Text, string Written, string Skeleton, WordRole Role);

/// <summary>A name that is ready to be compared with others.</summary>
/// <param name="Text">The name as it is written.</param>
/// <param name="Words">Its words without legal forms, titles and what says nothing.</param>
/// <param name="Forms">Its legal forms.</param>
/// <param name="HasFewVowels">Whether it is written in a script with few vowels.</param>
public sealed record LinkedName(string Text, ImmutableArray<NameWord> Words, ImmutableArray<LegalForm> Forms, bool HasFewVowels)
{
    /// <summary>The skeletons of all words, written together.</summary>
    public string Joined { get; } = string.Concat(Words.Select(word => word.Skeleton));

    /// <summary>All words as they are written, without blanks.</summary>
    public string Written { get; } = string.Concat(Words.Select(word => word.Written));

    /// <summary>The words in order of the alphabet.</summary>
    public string Sorted { get; } = string.Join(' ', Words.Select(word => word.Text).Order(StringComparer.Ordinal));

    /// <summary>Its numbers, in their order.</summary>
    public string Numbers { get; } = string.Join(' ', Words.Where(word => word.Role == WordRole.Number).Select(word => word.Text));

    /// <summary>The digits of its words, those that are written together as one: "1 5" and "15" are two.</summary>
    public string Digits { get; } = string.Join(' ', Words.SelectMany(word => DigitsOf(word.Written)));

    /// <summary>Whether it is written in Latin letters alone.</summary>
    public bool IsLatin { get; } = !Text.AsSpan().ContainsAnyExceptInRange('\0', '\u024F');

    /// <summary>Whether it is the usual name of its subject, and not a second one.</summary>
    public bool IsMain { get; init; }

    /// <summary>Which of a person's words is the first of the father's name, as after "bin"; 0: none is.</summary>
    public int FatherAt { get; init; }

    /// <summary>What tells a person from another of the same name: "jr". Empty: nothing.</summary>
    public string Generation { get; init; } = "";

    /// <summary>The first letters of its words.</summary>
    public string Initials { get; } = string.Concat(Words.Select(word => word.Written[0]));

    /// <summary>The first letters of its words, each of them, but for those that say nothing and for its legal form.</summary>
    public string ShortInitials { get; init; } = "";

    /// <summary>The first letters of all of its words, of those too that say nothing and of its legal form.</summary>
    public string AllInitials { get; init; } = "";

    /// <summary>Whether it has a word by which alone a subject can be known.</summary>
    public bool HasNaming { get; } = Words.Any(word => word.Role == WordRole.Naming);

    /// <summary>Whether it is one everyday word, or one that describes: "Gold", "Company A". So many may be called that it decides nothing.</summary>
    public bool IsCommon { get; init; }

    /// <summary>Whether it has so few letters, as they are written or in its skeletons, that others have it by chance: "CST".</summary>
    public bool IsShort { get; } = Words.Where(word => word.Role != WordRole.Slight).Sum(word => Math.Min(word.Written.Length, word.Skeleton.Length)) <= NameFold.FewLetters;

    /// <summary>Whether it is a name of one: "Ministry of Finance" is one of many, with its state it is not.</summary>
    public bool IsOfOne { get; } = Words.Any(word => word.Role is WordRole.Naming or WordRole.Place) || Words.All(word => word.Role != WordRole.Office);

    private static IEnumerable<string> DigitsOf(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var start = i;
            while (i < word.Length && char.IsAsciiDigit(word[i])) i++;
            if (i > start) yield return word[start..i];
        }
    }
}
