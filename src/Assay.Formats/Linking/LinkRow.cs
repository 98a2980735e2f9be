using Assay.Evidence;

namespace Assay.Formats.Linking;

/// <summary>A row of the table <c>links</c>.</summary>
/// <param name="Entity">The id of the entity that is linked.</param>
/// <param name="SameAs">The id of the one that it is read as, or was taken for.</param>
/// <param name="Outcome">Whether they are one.</param>
/// <param name="Basis">What it was decided by: a scheme of identifiers, <c>name</c>, <c>person</c>.</param>
/// <param name="Decided">When, as <c>2025-06-17</c>. Empty: not known.</param>
/// <param name="By">Who decided. Empty: not known.</param>
/// <param name="Note">The reasons.</param>
public sealed record LinkRow(string Entity, string SameAs, LinkOutcome Outcome, string Basis, string Decided, string By, string Note)
{
    /// <summary>Who decided where no person did.</summary>
    public const string Program = "assay";

    /// <summary>Whether it is about two entities, whichever of them is named first.</summary>
    public bool IsOf(string one, string other) => (Entity == one && SameAs == other) || (Entity == other && SameAs == one);
}
