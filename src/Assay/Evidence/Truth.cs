namespace Assay.Evidence;

/// <summary>Three-valued truth (Kleene's strong logic). <c>default</c> is <see cref="Unknown"/>: what the record does not say is unknown, not false.</summary>
public enum Truth
{
    /// <summary>The record does not settle it.</summary>
    Unknown,

    /// <summary>The record excludes it.</summary>
    False,

    /// <summary>The record shows it.</summary>
    True,
}

/// <summary>Kleene's strong connectives on <see cref="Truth"/>.</summary>
public static class TruthLogic
{
    /// <summary>True if both are; false if either is; else unknown.</summary>
    public static Truth And(this Truth left, Truth right) =>
        left == Truth.False || right == Truth.False ? Truth.False
        : left == Truth.True && right == Truth.True ? Truth.True
        : Truth.Unknown;

    /// <summary>True if either is; false if both are; else unknown.</summary>
    public static Truth Or(this Truth left, Truth right) =>
        left == Truth.True || right == Truth.True ? Truth.True
        : left == Truth.False && right == Truth.False ? Truth.False
        : Truth.Unknown;

    /// <summary>Exchanges true and false; unknown stays unknown.</summary>
    public static Truth Not(this Truth value) => value switch
    {
        Truth.True => Truth.False,
        Truth.False => Truth.True,
        _ => Truth.Unknown,
    };
}
