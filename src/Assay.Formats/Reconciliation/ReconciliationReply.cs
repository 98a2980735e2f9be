using System.Collections.Immutable;

namespace Assay.Formats.Reconciliation;

/// <summary>What is wrong in a JSON text.</summary>
/// <param name="Path">Where, as <c>$.q0.limit</c>.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should.</param>
public sealed record JsonProblem(string Path, string Found, string Expected)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Found}, expected {Expected}";
}

/// <summary>The reply to a request: a document, or everything that is wrong with the request.</summary>
/// <param name="Json">The document as UTF-8; empty where there are problems.</param>
/// <param name="Problems">The problems; none where there is a document.</param>
public sealed record ReconciliationReply(ReadOnlyMemory<byte> Json, ImmutableArray<JsonProblem> Problems)
{
    /// <summary>Whether there is a document.</summary>
    public bool IsAnswered => Problems.IsEmpty;
}

/// <summary>What a client shows of an entity in a small frame.</summary>
/// <param name="Name">Its usual name.</param>
/// <param name="Description">What it is, as "company, Northland".</param>
/// <param name="Address">Its page.</param>
/// <param name="Facts">Properties with their values in words; only those that are known.</param>
public sealed record ReconciliationPreview(string Name, string Description, Uri Address, ImmutableArray<(string Property, string Values)> Facts);
