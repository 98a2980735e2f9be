using System.Collections.Immutable;

namespace Assay.Web.Reactions;

/// <summary>A reason that a reader may give.</summary>
/// <param name="Key">As it is kept.</param>
/// <param name="Useful">Whether it is one for useful, else for not useful.</param>
/// <param name="English">Its words in English.</param>
/// <param name="Russian">Its words in Russian.</param>
internal sealed record ReactionReason(string Key, bool Useful, string English, string Russian)
{
    /// <summary>Its words in a language of the interface.</summary>
    public string In(string language) => language == "ru" ? Russian : English;
}

/// <summary>The short list of reasons, as <c>reasons.csv</c> has it.</summary>
internal static class ReactionReasons
{
    public static ImmutableArray<ReactionReason> All { get; } = Read();

    /// <summary>Whether a reason may stand with a reaction: none at all, or one of the list on its side.</summary>
    public static bool Fits(string reason, bool? useful) => reason.Length == 0 || All.Any(known => known.Key == reason && known.Useful == useful);

    private static ImmutableArray<ReactionReason> Read()
    {
        using var reader = new StreamReader(typeof(ReactionReasons).Assembly.GetManifestResourceStream("reasons.csv")!);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        return [.. lines.Select(line => line.TrimEnd('\r').Split(',')).Select(cells => new ReactionReason(cells[0], cells[1] == "yes", cells[2], cells[3]))];
    }
}
