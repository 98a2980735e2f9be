using Assay.Evidence;

namespace Assay.Formats.Reconciliation;

/// <summary>An entity whose names are like a text.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Likeness">How like the likest of its names is, from 0 to 1.</param>
/// <param name="IsExact">Whether the text is, but for case, diacritics and marks, its id or one of its names; a place that stands for a state is none.</param>
internal sealed record NameMatch(Entity Entity, decimal Likeness, bool IsExact);
