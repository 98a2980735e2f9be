using Assay.Storage.Published;

namespace Assay.Publishing.Site;

/// <summary>A published finding on its own page.</summary>
/// <param name="Article">The version it stands in; its part is the claim's.</param>
/// <param name="Finding">The finding.</param>
public sealed record PublishedClaim(PublishedArticle Article, PublishedFinding Finding);
