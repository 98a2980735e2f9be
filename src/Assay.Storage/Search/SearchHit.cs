using System.Collections.Immutable;

namespace Assay.Storage.Search;

/// <summary>An article or a claim that holds the words searched for.</summary>
/// <param name="Article">The article.</param>
/// <param name="Title">The article's title; empty if not known.</param>
/// <param name="Claim">The claim, as <c>c18</c>; empty: the article as a whole.</param>
/// <param name="Verdict">The claim's verdict; empty for an article.</param>
/// <param name="Changed">When the article was last changed.</param>
/// <param name="Snippet">Words around what was found, in order.</param>
public sealed record SearchHit(string Article, string Title, string Claim, string Verdict, DateTimeOffset Changed, ImmutableArray<SnippetPiece> Snippet);

/// <summary>A piece of a snippet.</summary>
/// <param name="Text">Its text, as it stands in the article.</param>
/// <param name="IsFound">Whether it is one of the words searched for.</param>
public readonly record struct SnippetPiece(string Text, bool IsFound);

/// <summary>One page of what was found.</summary>
/// <param name="Hits">The best first.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record SearchPage(ImmutableArray<SearchHit> Hits, long Total);
