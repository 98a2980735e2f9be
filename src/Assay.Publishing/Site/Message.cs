using System.Collections.Immutable;

namespace Assay.Publishing.Site;

/// <summary>Something told to a visitor: what went wrong, where, and how to mend it.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Lines">The sentences.</param>
public sealed record Message(string Title, ImmutableArray<string> Lines)
{
    /// <summary>Whether the page offers to search.</summary>
    public bool OffersSearch { get; init; }

    /// <summary>That there is nothing under an address.</summary>
    /// <param name="language">The language of the interface.</param>
    public static Message NotHere(string language) => Wording.InterfaceLanguage.In(language, () => new Message(SiteWords.Of("NotHere"), [SiteWords.Of("NotHereLine")]) { OffersSearch = true });
}
