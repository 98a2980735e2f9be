namespace Assay.Findings;

/// <summary>AVeriTeC's labels. <c>default</c> is <see cref="NotEnoughEvidence"/>.</summary>
public enum Verdict
{
    /// <summary>The record does not settle it.</summary>
    NotEnoughEvidence,
    /// <summary>The record bears it out.</summary>
    Supported,
    /// <summary>The record excludes it.</summary>
    Refuted,
    /// <summary>Sources or readings differ, or it holds only as chosen (Conflicting Evidence/Cherrypicking).</summary>
    ConflictingEvidence,
}
