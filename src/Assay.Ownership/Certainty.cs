namespace Assay.Ownership;

/// <summary>In how many completions of the data something holds. <c>default</c> is in none.</summary>
public enum Certainty
{
    /// <summary>In no completion.</summary>
    SurelyNot,

    /// <summary>In some completion, and not in another.</summary>
    Possibly,

    /// <summary>In every completion.</summary>
    Surely,
}
