namespace Assay.Mentions;

/// <summary>The cases that a word or name may stand in. In a language without cases every word may stand in any.</summary>
[Flags]
public enum GrammaticalCase
{
    /// <summary>None: of a role, that no case is asked for.</summary>
    None = 0,
    /// <summary>Who does it.</summary>
    Nominative = 1,
    /// <summary>Of whom.</summary>
    Genitive = 1 << 1,
    /// <summary>To whom.</summary>
    Dative = 1 << 2,
    /// <summary>Whom.</summary>
    Accusative = 1 << 3,
    /// <summary>By or with whom.</summary>
    Instrumental = 1 << 4,
    /// <summary>Where, about whom.</summary>
    Locative = 1 << 5,
    /// <summary>Any of the cases.</summary>
    Any = (1 << 6) - 1,
    /// <summary>Beside its cases: that it is an adjective made of a name.</summary>
    Adjective = 1 << 6,
}
