using System.Collections.Immutable;

namespace Assay.Publishing.Site;

/// <summary>The short list of reasons that a reader may give with a reaction, by key.</summary>
public static class ReactionReasons
{
    /// <summary>Why something is useful.</summary>
    public static ImmutableArray<string> Useful { get; } = ["clear", "well-sourced", "settles-it", "tells-context"];

    /// <summary>Why something is not.</summary>
    public static ImmutableArray<string> NotUseful { get; } = ["misread", "weak-sources", "out-of-date", "hard-to-follow", "beside-the-point"];

    /// <summary>Whether there is such a reason for such a choice; none given is one.</summary>
    public static bool Has(bool? useful, string reason) => reason is "" || useful is { } chosen && (chosen ? Useful : NotUseful).Contains(reason);

    /// <summary>A reason in words, in the language in force.</summary>
    public static string Words(string reason) => SiteWords.Of($"reason-{reason}");
}
