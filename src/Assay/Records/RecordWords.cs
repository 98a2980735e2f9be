namespace Assay.Records;

/// <summary>Words of closed classes as the keys of the wording file spell them.</summary>
internal static class RecordWords
{
    /// <summary><c>FoundingMember</c> as <c>founding-member</c>.</summary>
    public static string Kebab(Enum value) =>
        string.Concat(value.ToString().Select((letter, at) => char.IsUpper(letter) ? (at == 0 ? "" : "-") + char.ToLowerInvariant(letter) : $"{letter}"));
}
