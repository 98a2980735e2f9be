using Assay.Storage.Requests;

namespace Assay.Publishing.Site;

/// <summary>A request that the desk has answered.</summary>
/// <param name="Request">The request.</param>
/// <param name="Title">The title of its article; empty if not known.</param>
public sealed record AnsweredRequest(CorrectionRequest Request, string Title);
