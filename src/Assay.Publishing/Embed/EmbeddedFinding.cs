using Assay.Storage.Published;

namespace Assay.Publishing.Embed;

/// <summary>What another site shows in a frame.</summary>
/// <param name="Version">The version of the article.</param>
/// <param name="Finding">The finding; null: the article as a whole.</param>
/// <param name="Address">The page that the card stands for.</param>
public sealed record EmbeddedFinding(PublishedVersion Version, PublishedFinding? Finding, string Address);
